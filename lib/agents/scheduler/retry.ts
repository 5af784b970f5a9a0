import type { Problem } from '#lib/core/engine.ts';

/** What may pass by itself. A wrong key, a missing model or a refusal does not. */
const PASSING: ReadonlySet<Problem['code']> = new Set([
  'unreachable',
  'rate-limited',
  'server-error',
  'cut',
  'timeout',
]);
/** So many tries after the first; then the run pauses and the person decides. */
export const MOST_RETRIES = 3;
const FIRST_MS = 1_000;
const GROWTH = 4;
/** A server that wants to be left alone for longer is the person's matter. */
const LONGEST_MS = 15 * 60_000;

/**
 * How long to wait before asking again, ms; `undefined` where that is not for the clock to mend. `failures` counts those in a
 * row. `chance` is in [0, 1): it spreads runs that failed together (exponential back-off, half of it jitter).
 */
export function retryDelay(problem: Problem, failures: number, chance: number): number | undefined {
  if (!PASSING.has(problem.code) || failures < 1 || failures > MOST_RETRIES) return undefined;
  const grown = FIRST_MS * GROWTH ** (failures - 1);
  const delay = Math.max(problem.retryAfterMs ?? 0, Math.round(grown / 2 + (grown / 2) * chance));
  return delay > LONGEST_MS ? undefined : delay;
}
