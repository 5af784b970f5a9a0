import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { agentIdOf } from '#lib/core/agent-id.ts';
import { type Approval, type ApprovalAnswer, scope } from '#lib/core/approval.ts';
import { siteName } from '#lib/core/site.ts';
import { fromCaller, UsageError } from './usage.ts';

export type Answer = Pick<ApprovalAnswer, 'kind' | 'scope' | 'edit'>;

/** Decides about one approval; `undefined` leaves it parked. */
export type AnswerRule = (approval: Approval) => Answer | undefined;

const rule = z.strictObject({
  tool: z.optional(z.string()),
  site: z.optional(z.string()),
  agent: z.optional(z.string()),
  answer: z.enum(['allow', 'refuse']),
  scope: z.optional(scope),
  edit: z.optional(z.record(z.string(), z.string())),
});
type Rule = z.infer<typeof rule>;

/** Reads `--answer`: a word, or a file with a list of rules. */
export function readAnswers(text: string): AnswerRule {
  if (text === 'none') return () => undefined;
  if (text === 'all') return () => ({ kind: 'allow', scope: 'once' });
  if (text === 'refuse') return () => ({ kind: 'refuse', scope: 'once' });
  return byRules(readRules(text));
}

/** The first rule that fits decides. */
export function byRules(rules: readonly Rule[]): AnswerRule {
  return (approval) => {
    const fitting = rules.find((one) => fits(one, approval));
    if (!fitting) return undefined;
    const { answer: kind, scope = 'once', edit } = fitting;
    return { kind, scope, ...(edit && { edit }) };
  };
}

function fits({ tool, site, agent }: Rule, approval: Approval): boolean {
  if (tool !== undefined && tool !== approval.tool) return false;
  if (site !== undefined && site !== approval.site && site !== siteName(approval.site)) return false;
  return agent === undefined || agent === approval.agent || agent === agentIdOf(approval.agent);
}

/** Why an answer cannot be given to this approval, as a sentence; `undefined` when it can. */
export function whyNot(approval: Approval, answer: Answer): string | undefined {
  if (!approval.scopes.includes(answer.scope))
    return `the rule says scope "${answer.scope}", and this approval offers ${approval.scopes.join(', ')}`;
  const wrong = Object.keys(answer.edit ?? {}).filter((name) => !approval.editable.includes(name));
  if (wrong.length === 0) return undefined;
  return `the rule edits ${wrong.join(', ')}, and this approval lets ${approval.editable.join(', ') || 'nothing'} be edited`;
}

function readRules(path: string): Rule[] {
  const text = readOrUndefined(fromCaller(path));
  if (text === undefined) throw new UsageError(`--answer takes none, all, refuse or a file; "${path}" cannot be read.`);
  const parsed = z.array(rule).safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
  throw new UsageError(`The rules in ${path} are not a list of rules${where}: ${issue?.message}.`);
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
