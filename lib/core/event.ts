import * as z from 'zod/mini';
import { control, scope } from './approval.ts';
import { budget, capReached } from './budget.ts';
import { call, effect, outcome } from './call.ts';
import { askEnd } from './engine.ts';
import { input } from './input.ts';
import { json } from './json.ts';
import { label } from './label.ts';

/** One item of what an engine was shown: the ledger is journaled, and the panel shows it. */
export const ledgerItem = z.object({
  what: z.string(),
  why: z.string(),
  label,
  /** Estimated tokens of what was kept, and of the whole. */
  tokens: z.number(),
  whole: z.number(),
  kept: z.enum(['whole', 'shortened', 'left-out']),
});
export type LedgerItem = z.infer<typeof ledgerItem>;

export const waitingOn = z.enum(['approval', 'input', 'child', 'timer', 'tab']);
export type WaitingOn = z.infer<typeof waitingOn>;
export const pausedBy = z.enum(['user', 'budget', 'model', 'permission', 'fault']);
export type PausedBy = z.infer<typeof pausedBy>;
export const runEnd = z.enum(['succeeded', 'failed', 'cancelled', 'rejected']);
export type RunEnd = z.infer<typeof runEnd>;

/** How urgent a run is by its birth: started by hand, started late for a time that was slept through, or by a schedule. */
export const runClass = z.enum(['interactive', 'catch-up', 'background']);
export type RunClass = z.infer<typeof runClass>;
/** The person's own word on urgency: -1 lowered, 1 raised. */
export const priority = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
export type Priority = z.infer<typeof priority>;

/** What happens to a run; the journal is a list of these and the only truth about it. */
export const happening = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('run-created'),
    agent: z.string(),
    task: z.string(),
    title: z.string(),
    inputs: z.array(input),
    /** Id of an engine config. */
    engine: z.string(),
    /** Id of the playbook that decides; absent for the free loop. */
    playbook: z.optional(z.string()),
    attended: z.boolean(),
    root: z.string(),
    parent: z.optional(z.string()),
    /** The parent's call that this run is the work of; with `parent`. */
    parentCall: z.optional(z.string()),
    /** Of the task of a child: it is its parent's words, made of what the parent read. Absent where the person wrote it. */
    taskLabel: z.optional(label),
    /** 0 for a run without a parent. */
    depth: z.optional(z.int()),
    class: z.optional(runClass),
    /** Of the whole tree; on the root only. */
    budget: z.optional(budget),
    schedule: z.optional(z.object({ id: z.string(), time: z.number() })),
    retryOf: z.optional(z.string()),
    forkOf: z.optional(z.object({ run: z.string(), seq: z.number() })),
    continues: z.optional(z.string()),
  }),
  /** Ends the copied part of a fork's journal: what comes from here on is its own, and what was open before is asked for anew. */
  z.object({ kind: z.literal('run-forked'), run: z.string(), seq: z.number() }),
  z.object({ kind: z.literal('run-started') }),
  z.object({
    kind: z.literal('model-requested'),
    request: z.string(),
    slot: z.string(),
    attempt: z.number(),
    engine: z.string(),
    what: z.string(),
    ledger: z.array(ledgerItem),
    label,
  }),
  z.object({
    kind: z.literal('model-ended'),
    request: z.string(),
    end: askEnd,
    /** US dollars; absent where the price is not known. */
    usd: z.optional(z.number().check(z.nonnegative())),
  }),
  z.object({ kind: z.literal('call-requested'), call }),
  z.object({
    kind: z.literal('call-decided'),
    call: z.string(),
    verdict: z.enum(['allow', 'ask', 'deny']),
    rule: z.string(),
    effect,
    site: z.string(),
    reasons: z.array(z.string()),
    controls: z.array(control),
    payload: z.optional(json),
    words: z.string(),
  }),
  z.object({ kind: z.literal('approval-requested'), approval: z.string(), call: z.string() }),
  z.object({
    kind: z.literal('approval-answered'),
    approval: z.string(),
    call: z.string(),
    answer: z.enum(['allow', 'refuse', 'expire']),
    scope,
    edit: z.optional(z.record(z.string(), z.string())),
  }),
  z.object({ kind: z.literal('call-started'), call: z.string() }),
  z.object({ kind: z.literal('call-ended'), call: z.string(), outcome, ms: z.number() }),
  z.object({ kind: z.literal('run-recovered'), what: z.string() }),
  z.object({
    kind: z.literal('run-waiting'),
    on: waitingOn,
    reason: z.string(),
    /** When a `timer` is over, ms since the epoch. */
    until: z.optional(z.number()),
    /** The tab that another run is using. */
    tab: z.optional(z.number()),
  }),
  z.object({
    kind: z.literal('run-paused'),
    by: pausedBy,
    reason: z.string(),
    site: z.optional(z.string()),
    cap: z.optional(capReached),
  }),
  z.object({
    kind: z.literal('run-resumed'),
    reason: z.string(),
    engine: z.optional(z.string()),
    /** The playbook that decides from here on, for an engine that can't decide freely. */
    playbook: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('priority-changed'), priority }),
  /** Caps of the tree from here on; on the root only. */
  z.object({ kind: z.literal('budget-changed'), budget }),
  /** `because`: why, in a sentence, where it was not the person who stopped it. */
  z.object({ kind: z.literal('stop-requested'), because: z.optional(z.string()) }),
  z.object({ kind: z.literal('run-ended'), state: runEnd, reason: z.string() }),
]);
export type Happening = z.infer<typeof happening>;

/** A journaled event: what happened, in which run, as the how-many-th, when (ms since the epoch). */
export const runEvent = z.object({ run: z.string(), seq: z.int().check(z.nonnegative()), at: z.number(), happening });
export type RunEvent = z.infer<typeof runEvent>;
