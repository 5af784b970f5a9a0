import { expect, test } from 'vitest';
import type { Approval } from '#lib/core/approval.ts';
import { USER } from '#lib/core/label.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { openApprovals } from './open-approvals.ts';

const approval: Approval = {
  ...{
    id: 'ap',
    run: 'run-1',
    root: 'run-1',
    agent: 'correspondent',
    call: '1',
    tool: 'send',
    capability: 'mail',
    effect: 'send',
  },
  ...{
    site: 'http://mail.localhost',
    headline: 'Send to a@b.example',
    payload: {},
    reasons: [],
    controls: [],
    editable: [],
    scopes: ['once'],
  },
  ...{ verbs: { allow: 'Send', refuse: "Don't send" }, createdAt: 1_000, expiresAt: 2_000 },
};
const answer = { kind: 'allow' as const, scope: 'once' as const, by: 'user' as const, at: 1 };

async function asked() {
  const { store, time } = freshStore();
  await store.journal.create(newRun());
  await store.journal.claim('run-1', { owner: 'w', until: 9_000 }, new Set());
  await store.journal.append(
    'run-1',
    [{ kind: 'call-requested', call: { id: '1', tool: 'send', args: {}, labels: { '*': USER } } }],
    'w',
  );
  await store.approvals.request(approval, 'It waits for your answer.', 'w');
  return { store, time };
}

test('parks the run with its question', async () => {
  const { store } = await asked();
  expect((await store.database.runs.get('run-1'))?.waitingOn).toBe('approval');
  expect((await openApprovals(store.database)).map((one) => one.id)).toEqual(['ap']);
});

test('is answered once, and the run goes on', async () => {
  const { store } = await asked();
  const answers = await Promise.all([
    store.approvals.answer('ap', answer),
    store.approvals.answer('ap', { ...answer, kind: 'refuse' }),
  ]);
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect((await store.journal.fold('run-1'))?.status).toBe('running');
  expect(await openApprovals(store.database)).toEqual([]);
  expect(await store.database.audit.count()).toBe(1);
});

test('allows nothing to a run that is over: the question lapses, and no leave outlives the run', async () => {
  const { store } = await asked();
  await store.journal.append('run-1', [{ kind: 'run-ended', state: 'cancelled', reason: 'You stopped it.' }]);
  const before = (await store.journal.events('run-1')).length;
  const grant = {
    ...{ id: 'g', agent: 'correspondent', capability: 'mail' as const, site: approval.site, mode: 'run' as const },
    ...{ run: 'run-1', createdAt: 1, usedAt: 1 },
  };
  expect(await store.approvals.answer('ap', { ...answer, scope: 'run' }, grant)).toBe(false);
  expect((await store.approvals.get('ap'))?.answer).toMatchObject({ kind: 'expire', by: 'policy' });
  expect(await store.grants.all()).toEqual([]);
  expect(await store.journal.events('run-1')).toHaveLength(before);
});

test('a question of a run that is nowhere lapses', async () => {
  const { store } = freshStore();
  await store.database.approvals.put(approval);
  expect(await store.approvals.answer('ap', { ...answer, kind: 'expire', by: 'policy' })).toBe(true);
  expect(await openApprovals(store.database)).toEqual([]);
});

test('gives one answer to several in one transaction: each once, and told which took it', async () => {
  const { store } = await asked();
  const second = { ...approval, id: 'ap-2', call: '2' };
  await store.journal.append(
    'run-1',
    [{ kind: 'call-requested', call: { id: '2', tool: 'send', args: {}, labels: { '*': USER } } }],
    'w',
  );
  await store.approvals.request(second, 'It waits for your answer.', 'w');
  await store.approvals.answer('ap', { ...answer, kind: 'refuse' });
  const grant = {
    ...{ id: 'g', agent: 'correspondent', capability: 'mail' as const, site: approval.site, mode: 'always' as const },
    ...{ createdAt: 1, usedAt: 1 },
  };
  const edit = { subject: 'Mended' };
  const taken = await store.approvals.answerAll([
    { id: 'ap', answer, grant },
    { id: 'ap-2', answer: { ...answer, edit }, grant },
    { id: 'nowhere', answer },
  ]);
  expect(taken).toEqual(['ap-2']);
  const calls = (await store.journal.fold('run-1'))?.calls;
  expect([calls?.get('1')?.answer?.answer, calls?.get('2')?.answer]).toMatchObject([
    'refuse',
    { answer: 'allow', edit },
  ]);
  expect(await store.grants.all()).toMatchObject([{ id: 'g' }]);
  expect(await openApprovals(store.database)).toEqual([]);
});

test('allows nothing once its time is over, though nobody has said so yet: the run goes on without it', async () => {
  const { store } = await asked();
  const { capability, site, agent } = approval;
  const leave = { ...{ id: 'g', agent, capability, site }, mode: 'always' as const, createdAt: 1, usedAt: 1 };
  expect(await store.approvals.answer('ap', { ...answer, scope: 'always', at: 2_000 }, leave)).toBe(false);
  expect(await store.grants.all()).toEqual([]);
  expect((await store.journal.fold('run-1'))?.calls.get('1')?.answer?.answer).toBe('expire');
  expect((await store.database.runs.get('run-1'))?.status).toBe('running');
});
