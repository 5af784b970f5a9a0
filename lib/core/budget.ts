import * as z from 'zod/mini';

/** Caps of a run tree; one that is absent is not set. `minutes` leaves out the time in which no run of the tree was at work. */
export const budget = z.object({
  usd: z.optional(z.number().check(z.nonnegative())),
  tokens: z.optional(z.number().check(z.nonnegative())),
  steps: z.optional(z.number().check(z.nonnegative())),
  minutes: z.optional(z.number().check(z.nonnegative())),
});
export type Budget = z.infer<typeof budget>;

/** Caps per calendar day, in the person's own zone. */
export const dayCap = z.object({
  usd: z.optional(z.number().check(z.nonnegative())),
  tokens: z.optional(z.number().check(z.nonnegative())),
});
export type DayCap = z.infer<typeof dayCap>;

/** What the person set as caps: of each new run tree, of each agent per day, of all unattended work per day. */
export const limits = z.object({
  run: budget,
  agentDay: dayCap,
  /** By agent id, in place of `agentDay`. */
  agents: z.record(z.string(), dayCap),
  backgroundDay: dayCap,
});
export type Limits = z.infer<typeof limits>;

export const DEFAULT_LIMITS: Limits = {
  run: { usd: 1, steps: 400, minutes: 60 },
  agentDay: { usd: 5 },
  agents: {},
  backgroundDay: { usd: 2 },
};

/** Which cap was reached. */
export const capReached = z.object({
  of: z.enum(['run', 'agent-day', 'background-day']),
  what: z.enum(['usd', 'tokens', 'steps', 'minutes']),
  cap: z.number(),
  spent: z.number(),
});
export type CapReached = z.infer<typeof capReached>;

/** US dollars per million tokens. */
export const price = z.object({ input: z.number().check(z.nonnegative()), output: z.number().check(z.nonnegative()) });
export type Price = z.infer<typeof price>;

/** What something cost. `unpriced` counts tokens whose price nobody knows: with any of them, `usd` is a lower bound ("≥"). */
export type Bill = { usd: number; unpriced: number; tokens: number; steps: number };

/** What one answered model request cost; one row each, written with its `model-ended`. */
export const spendRow = z.object({
  request: z.string(),
  root: z.string(),
  run: z.string(),
  /** Agent id without version. */
  agent: z.string(),
  engine: z.string(),
  /** The model's name as the server knows it, or the engine's. */
  model: z.string(),
  /** Calendar day in the person's zone, `YYYY-MM-DD`. */
  day: z.string(),
  at: z.number(),
  inputTokens: z.number().check(z.nonnegative()),
  outputTokens: z.number().check(z.nonnegative()),
  /** Absent where the price is not known. */
  usd: z.optional(z.number().check(z.nonnegative())),
  /** Of a run that nobody started by hand. */
  background: z.boolean(),
});
export type SpendRow = z.infer<typeof spendRow>;

const sum = z.object({ usd: z.number(), unpriced: z.number(), tokens: z.number() });
/** What was spent in one calendar day: by agent id, and by all runs that nobody started by hand. */
export const dayTotals = z.object({ day: z.string(), agents: z.record(z.string(), sum), background: sum });
export type DayTotals = z.infer<typeof dayTotals>;
