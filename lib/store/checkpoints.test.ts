import { expect, test } from 'vitest';
import type { Happening } from '#lib/core/event.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { forgetCheckpoint } from './checkpoints.ts';

const call = (id: number): Happening[] => [
  { kind: 'call-requested', call: { id: String(id), tool: 'read', args: {}, labels: {} } },
  { kind: 'call-ended', call: String(id), outcome: { kind: 'failed', message: `no ${id}` }, ms: 1 },
];
const calls = (from: number, count: number) => Array.from({ length: count }, (_, index) => call(from + index)).flat();

/** A run with a checkpoint at its event 401, and five more events. */
async function longRun() {
  const world = freshStore();
  const { journal, checkpoints } = world.store;
  await journal.create(newRun());
  await journal.append('run-1', calls(0, 200));
  await checkpoints.idle();
  await journal.append('run-1', [...calls(200, 2), { kind: 'stop-requested' }]);
  await checkpoints.idle();
  return { ...world, cold: () => freshStore(world.name).store };
}

test('a new context reads what came after the checkpoint, not the journal', async () => {
  const { cold, store } = await longRun();
  const whole = foldJournal(await store.journal.events('run-1'));
  // Gone from the disk, and not missed: so it was not read.
  await store.database.journal.where('[run+seq]').between(['run-1', 0], ['run-1', 300]).delete();
  expect(await cold().journal.fold('run-1')).toEqual(whole);
});

test('a new context appends from the checkpoint', async () => {
  const { cold, store } = await longRun();
  await cold().journal.append('run-1', call(999));
  const whole = foldJournal(await store.journal.events('run-1'));
  expect(whole.seq).toBe(408);
  expect(await store.journal.fold('run-1')).toEqual(whole);
  expect(await cold().journal.fold('run-1')).toEqual(whole);
});

test.each<[string, (rows: { run: string }[]) => object[]]>([
  ['damaged', (rows) => rows.map((row) => ({ ...row, text: '{}' }))],
  ['of an older shape', ([row]) => [{ run: row?.run ?? '', seq: 401, state: {} }]],
  ['ahead of its journal', (rows) => rows],
])('a checkpoint that is %s costs time and nothing else', async (what, harm) => {
  const { cold, store } = await longRun();
  await store.database.checkpoints.bulkPut(harm(await store.database.checkpoints.toArray()) as never[]);
  if (what === 'ahead of its journal')
    await store.database.journal.where('[run+seq]').between(['run-1', 390], ['run-1', 999]).delete();
  const whole = foldJournal(await store.journal.events('run-1'));
  expect(await cold().journal.fold('run-1')).toEqual(whole);
});

test('is written when a run rests, and not for a short journal', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await store.journal.append('run-1', calls(0, 20));
  await store.journal.append('run-1', [{ kind: 'run-paused', by: 'user', reason: 'You paused it.' }]);
  await store.checkpoints.idle();
  expect(await store.database.checkpoints.count()).toBe(0);
  await store.journal.append('run-1', [...calls(20, 20), { kind: 'run-waiting', on: 'approval', reason: 'asks' }]);
  await store.checkpoints.idle();
  expect((await store.database.checkpoints.get('run-1'))?.seq).toBe(83);
});

test('forgets a run with all its pieces and no other’s', async () => {
  const { store } = await longRun();
  await store.journal.create(newRun({ id: 'run-10' }));
  await store.journal.append('run-10', calls(0, 200));
  await store.checkpoints.idle();
  await forgetCheckpoint(store.database, 'run-1');
  const keys = await store.database.checkpoints.toCollection().primaryKeys();
  expect(keys.length).toBeGreaterThan(1);
  expect(keys.every((key) => key.startsWith('run-10'))).toBe(true);
});
