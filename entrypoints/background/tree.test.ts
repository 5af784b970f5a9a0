import { expect, test } from 'vitest';
import type { Happening } from '#lib/core/event.ts';
import { USER } from '#lib/core/label.ts';
import type { NewRun } from '#lib/core/ports.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { createTree } from './tree.ts';

const PAUSED: Happening = { kind: 'run-paused', by: 'user', reason: 'You paused it.' };
const handOn = (id: string): Happening[] => [
  { kind: 'call-requested', call: { id, tool: 'delegate', args: {}, labels: { '*': USER } } },
  { kind: 'call-started', call: id },
];

function world() {
  const { store, time } = freshStore();
  const begin = (id: string, more: Partial<NewRun> = {}) => store.journal.create(newRun({ id, ...more }));
  const tree = createTree({ ...store, agents: new Map(), tools: catalogue });
  const putRight = async () => {
    const rows = await store.journal.live();
    for (const row of rows) await tree.putRight(row, rows);
  };
  return { store, time, begin, tree, putRight };
}

test('a run whose parent has ended is stopped, a paused one too', async () => {
  const { store, begin, putRight } = world();
  await begin('root');
  for (const id of ['a', 'b']) await begin(id, { parent: 'root', parentCall: id });
  await store.journal.append('b', [PAUSED]);
  await store.journal.append('root', [{ kind: 'run-ended', state: 'failed', reason: 'Broke.' }]);
  await putRight();
  expect((await store.journal.live()).map((row) => row.stopping)).toEqual([true, true]);
});

test('a paused run that was read in before its parent is left alone until that is there', async () => {
  const { store, begin, putRight } = world();
  await begin('child', { parent: 'root', parentCall: '1' });
  await store.journal.append('child', [PAUSED]);
  await putRight();
  expect((await store.journal.live())[0]?.stopping).toBe(false);
});

test('a parent that has just been set going is not put to wait again by what it said before', async () => {
  const { store, begin, tree } = world();
  await begin('root');
  for (const id of ['a', 'b']) await begin(id, { parent: 'root', parentCall: id });
  await store.journal.append('root', [
    { kind: 'run-started' },
    ...handOn('a'),
    ...handOn('b'),
    { kind: 'run-waiting', on: 'child', reason: 'It waits for researcher (2 runs).' },
  ]);
  await store.journal.append('a', [{ kind: 'run-ended', state: 'succeeded', reason: 'Done.' }]);
  const rows = await store.journal.live();
  const root = rows.find((row) => row.id === 'root');
  if (!root) throw new Error('There is no root.');
  expect(await tree.hasReturned(root)).toBe(true);
  await store.journal.follow(root, [{ kind: 'run-resumed', reason: 'What it handed on has come back.' }]);
  await tree.putRight(root, rows);
  expect((await store.database.runs.get('root'))?.status).toBe('running');
});

test('a pause of the person is not ended by a cause that was seen before it', async () => {
  const { store, begin } = world();
  await begin('root');
  await store.journal.append('root', [{ kind: 'run-waiting', on: 'timer', reason: 'Later.', until: 1 }]);
  const [seen] = await store.journal.live();
  await store.journal.append('root', [PAUSED]);
  const resumed = seen && (await store.journal.follow(seen, [{ kind: 'run-resumed', reason: 'Its time has come.' }]));
  expect(resumed).toBe(false);
  expect((await store.database.runs.get('root'))?.pausedBy).toBe('user');
});
