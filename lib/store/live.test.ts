import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { live } from './live.ts';

test('follows what it reads, and tries again after an error by itself', async () => {
  const { store } = freshStore();
  const errors: unknown[] = [];
  const seen: number[] = [];
  let broken = true;
  const stop = live(
    async () => {
      const count = await store.database.runs.count();
      if (broken) throw new Error('not yet');
      return count;
    },
    (error) => {
      errors.push(error);
      broken = false;
    },
  )((value) => seen.push(value));
  await expect.poll(() => seen.at(-1), { timeout: 3_000 }).toBe(0);
  expect(errors).toHaveLength(1);
  await store.journal.create(newRun());
  await expect.poll(() => seen.at(-1)).toBe(1);
  stop();
});

test('is silent once it is let go of', async () => {
  const { store } = freshStore();
  const seen: number[] = [];
  const read = () => store.database.runs.count();
  const stop = live(read, () => {})((value) => seen.push(value));
  await expect.poll(() => seen.at(-1)).toBe(0);
  stop();
  const told = seen.length;
  const other: number[] = [];
  const stopOther = live(read, () => {})((value) => other.push(value));
  await store.journal.create(newRun());
  await expect.poll(() => other.at(-1)).toBe(1);
  stopOther();
  expect(seen.length).toBe(told);
});

test('tells what it read although every reading is overtaken by a write', async () => {
  const { store, name } = freshStore();
  const { store: other } = freshStore(name);
  const seen: number[] = [];
  let writes = 0;
  const write = () => other.journal.create(newRun({ id: `run-${writes++}` }));
  const stop = live(
    async () => {
      const count = await store.database.runs.count();
      // Out of this query's zone: somebody else writes while it still reads.
      await new Promise((done) => setTimeout(() => write().then(done), 1));
      return count;
    },
    () => {},
  )((value) => seen.push(value));
  await expect.poll(() => seen.length, { timeout: 5_000 }).toBeGreaterThan(5);
  stop();
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});
