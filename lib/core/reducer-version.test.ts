import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyJournal } from './any-journal.test-support.ts';
import { foldJournal, REDUCER } from './reduce.ts';

/** What the folds of a fixed sample of journals come to, by number of the reducer. */
const FOLDS: Record<number, string> = {
  2: 'b4b6f2cf7bd53e0c',
};

// A checkpoint of another reducer must not be taken for one of this: where this fails on purpose, raise REDUCER and add its line.
test('folds as the reducer of this number always did', () => {
  const hash = createHash('sha256');
  for (const events of fc.sample(anyJournal, { seed: 1, numRuns: 300 })) {
    const { calls, asks, ...rest } = foldJournal(events);
    const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
    hash.update(JSON.stringify([sorted, [...calls], [...asks]]));
  }
  expect(hash.digest('hex').slice(0, 16)).toBe(FOLDS[REDUCER]);
});
