import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import type { Budget } from '#lib/core/budget.ts';
import { capability } from '#lib/core/call.ts';
import { siteOf } from '#lib/core/site.ts';
import { type AnswerRule, readAnswers } from './answers.ts';
import { readBudget } from './budget-option.ts';
import { type EngineChoice, readEngine } from './engine-option.ts';
import { fromCaller, UsageError } from './usage.ts';

/** What `annex run` was told to do. */
export type RunOrder = {
  agent: string;
  task: string;
  open: string[];
  /** Always grants of the agent, by site. */
  allow: { site: string; capabilities: z.infer<typeof capability>[] }[];
  engine: EngineChoice;
  answer: AnswerRule;
  /** Caps of the run in place of the person's own. */
  budget?: Budget;
  /** Ids of artifacts in the profile that are handed over with the task. */
  inputs: string[];
  prepare?: string;
  profile?: string;
  timeoutMs: number;
  json: boolean;
  headed: boolean;
};

const OPTIONS = {
  agent: { type: 'string' },
  task: { type: 'string' },
  open: { type: 'string', multiple: true },
  allow: { type: 'string', multiple: true },
  engine: { type: 'string' },
  size: { type: 'string' },
  'key-env': { type: 'string' },
  answer: { type: 'string' },
  budget: { type: 'string' },
  input: { type: 'string', multiple: true },
  prepare: { type: 'string' },
  profile: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
  headed: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads `run --agent … --task …`; `help` when it was asked for. Throws a UsageError with a sentence. */
export function readArgs(argv: readonly string[]): RunOrder | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  const [name, ...rest] = positionals;
  if (name !== 'run')
    throw new UsageError(name ? `There is no command "${name}"; there is "run".` : 'Say what to do: "run".');
  if (rest[0] !== undefined)
    throw new UsageError(`"${rest[0]}" belongs to no option. Put a task of several words in quotes.`);
  return {
    agent: required(values.agent, '--agent'),
    task: required(values.task, '--task'),
    open: (values.open ?? []).map(readAddress),
    allow: (values.allow ?? []).map(readAllow),
    engine: readEngine(values.engine ?? 'basic', values.size, values['key-env']),
    answer: readAnswers(values.answer ?? 'none'),
    inputs: values.input ?? [],
    ...(values.budget !== undefined && { budget: readBudget(values.budget) }),
    ...(values.prepare !== undefined && { prepare: fromCaller(values.prepare) }),
    ...(values.profile !== undefined && { profile: fromCaller(values.profile) }),
    timeoutMs: readSeconds(values.timeout ?? '300') * 1000,
    json: values.json ?? false,
    headed: values.headed ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function required(value: string | undefined, name: string): string {
  if (value?.trim()) return value;
  throw new UsageError(`${name} is missing.`);
}

function readAddress(text: string): string {
  if (siteOf(text)) return text;
  throw new UsageError(`--open takes an http or https address, not "${text}".`);
}

/** `https://mail.example=read,mail` */
function readAllow(text: string): RunOrder['allow'][number] {
  const at = text.lastIndexOf('=');
  const origin = at < 0 ? text : text.slice(0, at);
  const site = siteOf(origin);
  if (!site || new URL(origin).pathname !== '/' || new URL(origin).search)
    throw new UsageError(`--allow takes an origin, as in https://mail.example=read,mail, not "${text}".`);
  const names =
    at < 0
      ? []
      : text
          .slice(at + 1)
          .split(',')
          .filter(Boolean);
  const parsed = z.array(capability).check(z.minLength(1)).safeParse(names);
  if (!parsed.success)
    throw new UsageError(
      `--allow ${origin} names what is allowed after "=": one or more of ${capability.options.join(', ')}.`,
    );
  return { site, capabilities: parsed.data };
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 86_400) return seconds;
  throw new UsageError(`--timeout takes seconds between 0 and 86400, not "${text}".`);
}
