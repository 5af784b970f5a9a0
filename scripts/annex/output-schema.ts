import * as z from 'zod/mini';
import { scope } from '#lib/core/approval.ts';
import { artifactKind, citation, provenance } from '#lib/core/artifact.ts';
import { grant } from '#lib/core/grant.ts';
import { json, jsonObject } from '#lib/core/json.ts';
import { runStatus } from '#lib/core/run.ts';

const run = z.strictObject({
  id: z.string(),
  agent: z.string().check(z.describe('Id and version of the agent, as in `researcher@1.0.0`.')),
  state: runStatus,
  reason: z.string().check(z.describe('Why it stands there, in words.')),
  steps: z.int(),
  tokens: z.int(),
  usd: z.number().check(z.describe('US dollars, as far as prices are known.')),
  unpriced: z.int().check(z.describe('Tokens whose price nobody knows: with any, `usd` is a lower bound.')),
  ms: z.int().check(z.describe('From its start to its end, or to now.')),
  retryOf: z.optional(z.string()).check(z.describe('The run whose order this one does again.')),
  forkOf: z
    .optional(z.strictObject({ run: z.string(), seq: z.int() }))
    .check(z.describe('The run, and the last event of it, that this one went on from.')),
  continues: z.optional(z.string()).check(z.describe('The run that this one takes up with a new instruction.')),
});

const artifact = z.strictObject({
  id: z.string(),
  kind: artifactKind,
  title: z.string(),
  version: z.int().check(z.positive()),
  content: json.check(
    z.describe('`{markdown}` of a report, `{to, subject, body}` of a draft, `{columns, rows, notes}` of a table.'),
  ),
  citations: z.array(
    z.strictObject(z.pick(citation, { id: true, url: true, title: true, quote: true, hash: true }).shape),
  ),
  provenance,
});

const approval = z.strictObject({
  id: z.string(),
  run: z.string(),
  agent: z.string(),
  tool: z.string(),
  site: z.string(),
  payload: json.check(z.describe('Exactly what the call would use.')),
  reasons: z.array(z.string()),
  answer: z.nullable(z.enum(['allow', 'refuse', 'expire'])).check(z.describe('Null while it waits for a person.')),
  scope: z.optional(scope),
  edit: z.optional(z.record(z.string(), z.string())),
  outcome: z.nullable(z.string()).check(z.describe('What came of the call, in words.')),
});

const auditRow = z.strictObject({
  seq: z.int(),
  at: z.number(),
  what: z.string(),
  run: z.optional(z.string()),
  agent: z.optional(z.string()),
  site: z.optional(z.string()),
  detail: jsonObject,
  hash: z.optional(z.string()).check(z.describe('Of this row and the one before it, once it is chained.')),
});

/** What `annex run --json` prints. Times are milliseconds since the epoch. */
export const runOutput = z.strictObject({
  run,
  children: z.array(run),
  artifacts: z.array(artifact),
  approvals: z.array(approval),
  grants: z.array(z.strictObject(grant.shape)),
  audit: z.array(auditRow),
});
export type RunOutput = z.infer<typeof runOutput>;

/** The published JSON Schema of that document. */
export function runOutputSchema(): object {
  return { title: 'What `annex run --json` prints', ...z.toJSONSchema(runOutput) };
}
