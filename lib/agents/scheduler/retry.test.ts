import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Problem, problemCode } from '#lib/core/engine.ts';
import { MOST_RETRIES, retryDelay } from './retry.ts';

const problem = (code: Problem['code'], retryAfterMs?: number): Problem => ({
  ...{ code, message: 'It failed.' },
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});

test('waits longer after each failure, then leaves it to the person', () => {
  const delays = [1, 2, 3, 4].map((failures) => retryDelay(problem('server-error'), failures, 0));
  expect(delays).toEqual([500, 2_000, 8_000, undefined]);
});

test('never asks again sooner than the server said', () => {
  expect(retryDelay(problem('rate-limited', 90_000), 1, 0.9)).toBe(90_000);
});

test('leaves a server that wants an hour to the person', () => {
  expect(retryDelay(problem('rate-limited', 3_600_000), 1, 0)).toBeUndefined();
});

test('asks no one again who refused, misses the model or does not know the key', () => {
  const kept = problemCode.options.filter((code) => retryDelay(problem(code), 1, 0) !== undefined);
  expect(kept).toEqual(['unreachable', 'rate-limited', 'server-error', 'cut', 'timeout']);
});

test('spreads runs that failed together over half the wait, and never beyond it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: MOST_RETRIES }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const least = retryDelay(problem('timeout'), failures, 0) ?? 0;
        const delay = retryDelay(problem('timeout'), failures, chance) ?? 0;
        expect(delay).toBeGreaterThanOrEqual(least);
        expect(delay).toBeLessThanOrEqual(least * 2);
      },
    ),
  );
});
