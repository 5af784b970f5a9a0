import * as z from 'zod';
import { scope } from '#lib/core/approval.ts';
import { artifactKind, citation, provenance } from '#lib/core/artifact.ts';
import { grant } from '#lib/core/grant.ts';
import { json, jsonObject } from '#lib/core/json.ts';
import { runStatus } from '#lib/core/run.ts';

const run = z.strictObject({
  id: z.string(),
  agent: z.string().describe('Id and version of the agent, as in `researcher@1.0.0`.'),
  state: runStatus,
  reason: z.string().describe('Why it stands there, in words.'),
  steps: z.number().int(),
  tokens: z.number().int(),
  usd: z.number().describe('US dollars, as far as prices are known.'),
  unpriced: z.number().int().describe('Tokens whose price nobody knows: with any, `usd` is a lower bound.'),
  ms: z.number().int().describe('From its start to its end, or to now.'),
  retryOf: z.string().optional().describe('The run whose order this one does again.'),
  forkOf: z
    .strictObject({ run: z.string(), seq: z.number().int() })
    .optional()
    .describe('The run, and the last event of it, that this one went on from.'),
  continues: z.string().optional().describe('The run that this one takes up with a new instruction.'),
});

const artifact = z.strictObject({
  id: z.string(),
  kind: artifactKind,
  title: z.string(),
  version: z.number().int().positive(),
  content: json.describe(
    '`{markdown}` of a report, `{to, subject, body}` of a draft, `{columns, rows, notes}` of a table.',
  ),
  citations: z.array(citation.pick({ id: true, url: true, title: true, quote: true, hash: true }).strict()),
  provenance,
});

const approval = z.strictObject({
  id: z.string(),
  run: z.string(),
  agent: z.string(),
  tool: z.string(),
  site: z.string(),
  payload: json.describe('Exactly what the call would use.'),
  reasons: z.array(z.string()),
  answer: z.enum(['allow', 'refuse', 'expire']).nullable().describe('Null while it waits for a person.'),
  scope: scope.optional(),
  edit: z.record(z.string(), z.string()).optional(),
  outcome: z.string().nullable().describe('What came of the call, in words.'),
});

const auditRow = z.strictObject({
  seq: z.number().int(),
  at: z.number(),
  what: z.string(),
  run: z.string().optional(),
  agent: z.string().optional(),
  site: z.string().optional(),
  detail: jsonObject,
});

/** What `annex run --json` prints. Times are milliseconds since the epoch. */
export const runOutput = z.strictObject({
  run,
  children: z.array(run),
  artifacts: z.array(artifact),
  approvals: z.array(approval),
  grants: z.array(grant.strict()),
  audit: z.array(auditRow),
});
export type RunOutput = z.infer<typeof runOutput>;

/** The published JSON Schema of that document. */
export function runOutputSchema(): object {
  return { title: 'What `annex run --json` prints', ...z.toJSONSchema(runOutput) };
}
