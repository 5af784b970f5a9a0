import * as z from 'zod/mini';
import { budget } from './budget.ts';
import { runEnd } from './event.ts';
import { input } from './input.ts';
import { label } from './label.ts';

/** When a schedule is due. An interval lies on a wall-clock grid: `anchor` plus multiples of it, not so long after the last run. */
export const cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once'), at: z.number() }),
  z.object({ kind: z.literal('interval'), minutes: z.int().check(z.gte(1)), anchor: z.number() }),
  /** Five fields; `zone` is an IANA name. Local times that a clock change skips do not fire; doubled ones fire twice. */
  z.object({ kind: z.literal('cron'), expression: z.string(), zone: z.string() }),
]);
export type Cadence = z.infer<typeof cadence>;

/** What to do when the last run of a schedule has not ended when the next is due. */
export const overlap = z.enum(['skip', 'buffer-one', 'cancel-other', 'allow']);
export type Overlap = z.infer<typeof overlap>;
/** What to do about due times that passed while the machine slept. */
export const catchUp = z.enum(['skip', 'latest', 'all']);
export type CatchUp = z.infer<typeof catchUp>;

/** A recurring or one-off instruction to start a run. */
export const schedule = z.object({
  id: z.string(),
  title: z.string(),
  agent: z.string(),
  task: z.string(),
  /** Of a task that an agent proposed: it is the agent's words, made of what it had read. Absent where the person wrote it. */
  taskLabel: z.optional(label),
  inputs: z.array(input),
  engine: z.string(),
  cadence,
  overlap,
  catchUp,
  /** Missed times older than this are skipped, whatever `catchUp` says; hours. */
  lookbackHours: z.number().check(z.positive()),
  /** Most runs that `all` starts after one sleep. */
  mostCaughtUp: z.int().check(z.gte(1), z.lte(24)),
  /** A start is moved by a fixed share of up to this many seconds, so that schedules of one minute do not start together. */
  jitterSeconds: z.number().check(z.gte(0), z.lte(3600)),
  /** Pauses itself after this many failed runs in a row; 0 for never. */
  pauseAfterFailures: z.int().check(z.gte(0)),
  failures: z.int().check(z.gte(0)),
  budget: z.optional(budget),
  state: z.enum(['on', 'paused', 'done']),
  /** Why it is not on, in words. */
  reason: z.string(),
  createdAt: z.number(),
  /** Times up to this one were dealt with; nothing before it ever fires. */
  handledUntil: z.number(),
  /** The next due time, jitter included; absent when there is none. */
  dueAt: z.optional(z.number()),
  /** The due time whose run waits for the run before it to end. */
  buffered: z.optional(z.number()),
});
export type Schedule = z.infer<typeof schedule>;

/** What a person says of a schedule; the rest is Annex's own bookkeeping. */
export const scheduleOrder = z.omit(schedule, {
  ...{ id: true, taskLabel: true, state: true, reason: true, failures: true },
  ...{ createdAt: true, handledUntil: true, dueAt: true, buffered: true },
});
export type ScheduleOrder = z.infer<typeof scheduleOrder>;

/**
 * One due time of a schedule and what came of it: a row for each, a skipped one too. Its key is schedule and time. Of a long gap the
 * oldest times share a row, a millisecond after the last of them, so that it takes no due time's place.
 */
export const firing = z.object({
  schedule: z.string(),
  /** The scheduled time; a run by hand has the moment of the click. */
  time: z.number(),
  at: z.number(),
  kind: z.enum(['started', 'skipped', 'buffered', 'failed']),
  by: z.enum(['clock', 'catch-up', 'person']),
  reason: z.string(),
  run: z.optional(z.string()),
  /** How its run ended; written when that was counted. */
  ended: z.optional(runEnd),
  /** Of a row for several due times: how many, and the first of them. */
  sums: z.optional(z.object({ count: z.int(), first: z.number() })),
});
export type Firing = z.infer<typeof firing>;
