import { expect, test } from 'vitest';
import type { Happening } from '#lib/core/event.ts';
import { freshStore, newRun } from '../../../tests/support/store.ts';
import { createRunActs } from './run-acts.ts';

const PAUSES: [string, Happening][] = [
  ['capped', { kind: 'run-paused', by: 'budget', reason: 'Capped.' }],
  ['locked', { kind: 'run-paused', by: 'permission', reason: 'Locked.', site: 'https://a.example' }],
  ['stuck', { kind: 'run-paused', by: 'model', reason: 'No answer.' }],
];

async function tree() {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await store.journal.append('run-1', [{ kind: 'run-waiting', on: 'child', reason: 'It waits.' }]);
  for (const [id, pause] of PAUSES) {
    await store.journal.create(newRun({ id, parent: 'run-1', parentCall: id }));
    await store.journal.append(id, [pause]);
  }
  const pausedBy = async () =>
    Object.fromEntries((await store.journal.tree('run-1')).map((row) => [row.id, row.pausedBy ?? row.status]));
  return { acts: createRunActs(store), pausedBy };
}

test('a tree that the person paused stays so when a cap is lifted or a site opened: nothing in it goes on by itself', async () => {
  const { acts, pausedBy } = await tree();
  await acts.pause('run-1');
  expect(await pausedBy()).toEqual({ 'run-1': 'user', capped: 'user', locked: 'user', stuck: 'model' });
});

test('what was paused with its tree goes on with it', async () => {
  const { acts, pausedBy } = await tree();
  await acts.pause('run-1');
  await acts.resume('run-1');
  expect(await pausedBy()).toEqual({ 'run-1': 'running', capped: 'running', locked: 'running', stuck: 'model' });
});
