import * as z from 'zod/mini';
import { type Bill, type Budget, budget, type CapReached, capReached } from './budget.ts';
import type { Call, Outcome } from './call.ts';
import type { AskEnd, Problem } from './engine.ts';
import type { Entries } from './entries.ts';
import {
  type Happening,
  type LedgerItem,
  type PausedBy,
  type Priority,
  pausedBy,
  priority,
  type RunClass,
  runClass,
  runEnd,
  type WaitingOn,
  waitingOn,
} from './event.ts';
import type { Input } from './input.ts';
import { type Label, siteLabel } from './label.ts';
import { siteOf } from './site.ts';

export const runStatus = z.enum(['queued', 'running', 'waiting', 'paused', ...runEnd.options]);
export type RunStatus = z.infer<typeof runStatus>;

export type CallState = {
  call: Call;
  requestedAt: number;
  decided?: Extract<Happening, { kind: 'call-decided' }>;
  approval?: string;
  answer?: Extract<Happening, { kind: 'approval-answered' }>;
  startedAt?: number;
  outcome?: Outcome;
  endedAt?: number;
};

export type AskState = {
  request: string;
  slot: string;
  attempt: number;
  engine: string;
  what: string;
  ledger: LedgerItem[];
  label: Label;
  requestedAt: number;
  end?: AskEnd;
  endedAt?: number;
};

/** A run as its journal tells it. It never changes: folding an event yields a new one. `calls` and `asks` stand in the order of their requests. */
export type RunState = {
  id: string;
  agent: string;
  task: string;
  title: string;
  inputs: Input[];
  engine: string;
  playbook?: string;
  attended: boolean;
  root: string;
  parent?: string;
  parentCall?: string;
  taskLabel?: Label;
  depth: number;
  class: RunClass;
  priority: Priority;
  /** Caps of the tree; on the root only. */
  budget?: Budget;
  schedule?: { id: string; time: number };
  retryOf?: string;
  forkOf?: { run: string; seq: number };
  continues?: string;
  status: RunStatus;
  waitingOn?: WaitingOn;
  /** End of a `waiting(timer)`. */
  until?: number;
  /** The tab of a `waiting(tab)`. */
  tab?: number;
  pausedBy?: PausedBy;
  /** The cap of a `paused(budget)`. */
  cap?: CapReached;
  /** An answer or a word of the person set it going again since it last waited. */
  resumed: boolean;
  /** How many model requests there were when the person last took the run out of a pause: what went wrong before that is forgiven. */
  resumedAfter?: number;
  /** The site that a `paused(permission)` is about. */
  site?: string;
  reason: string;
  stopping: boolean;
  /** Why it is being stopped, where it was not the person who said so. */
  stoppedBecause?: string;
  /** When the person said stop, ms since the epoch. */
  stoppedAt?: number;
  /** Why the last ask failed, until the run is paused for it or resumed. */
  problem?: Problem;
  recoveries: number;
  /** Recoveries since the last step that came to its end: a run that keeps dying is parked. */
  deaths: number;
  calls: Entries<CallState>;
  asks: Entries<AskState>;
  /** Ids of the calls that have not ended, in order. */
  open: readonly string[];
  /** The model request under way. */
  asking?: string;
  /** Joined label of everything that calls have brought in; absent as long as nothing has. */
  reads?: Label;
  /** Tabs that this run has acted on since it last waited: no other run acts there meanwhile. */
  tabs: readonly number[];
  bill: Bill;
  usage: { inputTokens: number; outputTokens: number };
  /** Time spent waiting, paused or with the machine asleep, ms, up to `restingSince`. */
  restedMs: number;
  restingSince?: number;
  createdAt: number;
  startedAt?: number;
  endedAt?: number;
  /** When the last event came, ms since the epoch. */
  updatedAt: number;
  /** Number of events folded in. */
  seq: number;
};

/** What a list of runs needs to know; stored beside the journal in the same transaction. */
export const runRow = z.object({
  id: z.string(),
  root: z.string(),
  agent: z.string(),
  title: z.string(),
  task: z.string(),
  engine: z.string(),
  status: runStatus,
  parent: z.optional(z.string()),
  parentCall: z.optional(z.string()),
  depth: z.catch(z.number(), 0),
  class: z.catch(runClass, 'interactive'),
  priority: z.catch(priority, 0),
  resumed: z.catch(z.boolean(), false),
  attended: z.catch(z.boolean(), true),
  budget: z.optional(budget),
  schedule: z.optional(z.object({ id: z.string(), time: z.number() })),
  retryOf: z.optional(z.string()),
  forkOf: z.optional(z.object({ run: z.string(), seq: z.number() })),
  continues: z.optional(z.string()),
  waitingOn: z.optional(waitingOn),
  until: z.optional(z.number()),
  tab: z.optional(z.number()),
  pausedBy: z.optional(pausedBy),
  cap: z.optional(capReached),
  site: z.optional(z.string()),
  /** How many calls have not ended: with any, the next step is theirs and needs no engine. */
  openCalls: z.catch(z.number(), 0),
  tabs: z.catch(z.array(z.number()), []),
  /** A price is not known for this many of its tokens. */
  unpriced: z.catch(z.number(), 0),
  usd: z.catch(z.number(), 0),
  recoveries: z.catch(z.number(), 0),
  restedMs: z.catch(z.number(), 0),
  restingSince: z.optional(z.number()),
  reason: z.string(),
  stopping: z.boolean(),
  steps: z.number(),
  tokens: z.number(),
  createdAt: z.number(),
  startedAt: z.optional(z.number()),
  updatedAt: z.number(),
  endedAt: z.optional(z.number()),
  /** When the texts in its outcomes were dropped, ms since the epoch, or 0 while that is under way; what it made and cites stays. */
  compactedAt: z.optional(z.number()),
  seq: z.number(),
  lease: z.optional(z.object({ owner: z.string(), until: z.number() })),
});
export type RunRow = z.infer<typeof runRow>;

export const isEnded = (status: RunStatus): boolean => runEnd.options.some((end) => end === status);

/** Calls that were requested and have not ended. */
export function openCalls(state: RunState): CallState[] {
  return state.open.flatMap((id) => state.calls.get(id) ?? []);
}

/** The model request under way, if there is one. */
export function openAsk(state: RunState): AskState | undefined {
  return state.asking === undefined ? undefined : state.asks.get(state.asking);
}

/** No step takes longer; a greater gap between two events is a machine that slept, or a clock that was set forward. */
export const LONGEST_STEP_MS = 10 * 60_000;

/** Time in which a run was neither waiting nor paused, and its machine was awake, ms. */
export function activeMs(
  run: Pick<RunRow, 'startedAt' | 'endedAt' | 'restedMs' | 'restingSince' | 'updatedAt'>,
  now: number,
): number {
  if (run.startedAt === undefined) return 0;
  return Math.max(0, atWorkUntil(run, now) - run.startedAt - run.restedMs);
}

/** Up to when a run was at work, as far as is known. */
export function atWorkUntil(run: Pick<RunRow, 'endedAt' | 'restingSince' | 'updatedAt'>, now: number): number {
  return run.endedAt ?? run.restingSince ?? Math.min(now, run.updatedAt + LONGEST_STEP_MS);
}

/** What is known of where an outcome came from. A call that came to nothing may still tell of the page it was tried on. */
export function labelsOf({ outcome, decided }: CallState): Label[] {
  if (!outcome) return [];
  if (outcome.kind !== 'uncertain' && outcome.label) return [outcome.label];
  if (outcome.kind === 'denied') return [];
  return decided && siteOf(decided.site) === decided.site ? [siteLabel(decided.site)] : [];
}
