import { expect, test } from 'vitest';
import type { Approval } from '#lib/core/approval.ts';
import { BASIC } from '#lib/core/engine.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { JournalBroken } from './journal.ts';
import { openApprovals } from './open-approvals.ts';

const asked: Approval = {
  ...{ id: 'a1', run: 'run-1', root: 'run-1', agent: 'a', call: '1', tool: 'send', site: 'https://m.example' },
  ...{ capability: 'mail', effect: 'send', headline: 'Send', payload: {}, reasons: [], controls: [], editable: [] },
  ...{ scopes: ['once'], verbs: { allow: 'Send', refuse: "Don't send" }, createdAt: 1, expiresAt: 2 },
};

test('leaves nothing of a run open whose journal cannot be read', async () => {
  const { store, name } = freshStore();
  await store.journal.create(newRun());
  await store.database.approvals.put(asked);
  const request = { id: 'q1', run: 'run-1', engine: BASIC, ask: { kind: 'probe' as const }, partial: '', createdAt: 1 };
  await store.database.requests.put({ ...request, state: 'streaming' });
  await store.database.journal.where({ run: 'run-1' }).delete();

  // Another worker, which has not folded it yet.
  await expect(freshStore(name).store.journal.fold('run-1')).rejects.toThrow(JournalBroken);
  await store.condemn('run-1', 'It cannot be read.');
  expect(await store.database.runs.get('run-1')).toMatchObject({ status: 'failed', reason: 'It cannot be read.' });
  expect(await openApprovals(store.database)).toEqual([]);
  expect(await store.requests.open()).toEqual([]);
  expect(await store.database.setAside.count()).toBe(1);
});
