import { expect, test } from 'vitest';
import { freshStore, newRun } from '../../tests/support/store.ts';

const child = { ...newRun({ id: 'child' }), parent: 'run-1', parentCall: '1' };

test('what is still handed on while the person has the tree paused is paused with it', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await store.journal.append('run-1', [{ kind: 'run-paused', by: 'user', reason: 'You paused it.' }]);
  expect(await store.children.begin(child, [])).toMatchObject({ status: 'paused', pausedBy: 'user' });
});

test('a run that waits by itself does not hold up what it hands on', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await store.journal.append('run-1', [{ kind: 'run-waiting', on: 'approval', reason: 'It asks.' }]);
  expect(await store.children.begin(child, [])).toMatchObject({ status: 'queued' });
});
