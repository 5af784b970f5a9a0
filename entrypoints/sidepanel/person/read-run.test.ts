import { expect, test } from 'vitest';
import { freshStore, newRun } from '../../../tests/support/store.ts';
import { createReadRun } from './read-run.ts';

async function watched() {
  const { store, name } = freshStore();
  await store.journal.create(newRun());
  return { store, read: createReadRun(store), other: freshStore(name).store };
}

test('tells a run as it grows, whoever writes it', async () => {
  const { read, other, store } = await watched();
  expect((await read('run-1'))?.events.map((event) => event.seq)).toEqual([0]);
  await other.journal.append('run-1', [{ kind: 'run-started' }, { kind: 'stop-requested' }]);
  const found = await read('run-1');
  expect(found?.events).toEqual(await store.journal.events('run-1'));
  expect(found?.state).toMatchObject({ stopping: true, seq: 3 });
});

test('reads of a journal at hand only what is new', async () => {
  const { read, store } = await watched();
  await read('run-1');
  await store.database.journal.delete(['run-1', 0]);
  await store.journal.append('run-1', [{ kind: 'run-started' }]);
  expect((await read('run-1'))?.events.map((event) => event.seq)).toEqual([0, 1]);
});

test('tells what stands before a row that cannot be read, and the end by its row', async () => {
  const { store, other } = await watched();
  await store.journal.append('run-1', [{ kind: 'run-started' }, { kind: 'stop-requested' }]);
  await store.database.journal.put({ run: 'run-1', seq: 1, at: 0, happening: { kind: 'nonsense' } } as never);
  await store.condemn('run-1', 'It cannot be read.');
  const found = await createReadRun(other)('run-1');
  expect(found?.events).toHaveLength(1);
  expect(found?.state).toMatchObject({ status: 'failed', reason: 'It cannot be read.' });
});
