import { expect, test } from 'vitest';
import type { Approval } from '#lib/core/approval.ts';
import { BASIC } from '#lib/core/engine.ts';
import type { Happening } from '#lib/core/event.ts';
import type { RunRow } from '#lib/core/run.ts';
import { anyRow } from '#lib/core/run-row.test-support.ts';
import { createReconcile, type ReconcilePorts } from './reconcile.ts';

const NOW = 1_000;
const lapsed = (id: string, run: string): Approval => ({
  ...{ id, run, root: run, agent: 'a', call: '1', tool: 'send', site: '', headline: '', payload: null },
  ...{ capability: 'mail', effect: 'send', reasons: [], controls: [], editable: [], scopes: [] },
  ...{ verbs: { allow: '', refuse: '' }, createdAt: 0, expiresAt: NOW },
});

/** Puts these rows right at `NOW`; yields what each run was told, and which runs were told of as broken. */
async function reconcile(rows: readonly RunRow[], more: Partial<ReconcilePorts> = {}) {
  const told: [string, Happening][] = [];
  const broken: string[] = [];
  await createReconcile({
    journal: {
      live: async () => [...rows],
      follow: async ({ id }, happenings) => told.push(...happenings.map((one): [string, Happening] => [id, one])) > 0,
    },
    requests: { open: async () => [], finish: async () => true },
    approvals: { answer: async () => true },
    openApprovals: async () => [],
    ...{ alive: async () => new Set<string>(), now: () => NOW, canReach: async () => true },
    ...{ learn: () => {}, hasReturned: async () => false, isFree: () => true, others: async () => {} },
    putRight: async () => {},
    ...{ openHost: async () => {}, abort: async () => {}, lifted: async () => undefined, cost: async () => 0 },
    broken: async (run) => {
      broken.push(run);
    },
    ...more,
  })();
  return { told: told.map(([run, one]) => [run, one.kind === 'run-resumed' ? one.reason : one.kind]), broken };
}

const locked = (id: string) => anyRow({ id, status: 'paused', pausedBy: 'permission', site: 'https://news.example' });

test('a run that cannot be put right is told of and holds up no other', async () => {
  const resumed: string[] = [];
  const refuse = async () => {
    throw new Error('The journal cannot be read.');
  };
  const rows = ['broken', 'sound'].map(locked);
  const { broken } = await reconcile(rows, {
    journal: {
      live: async () => rows,
      follow: async ({ id }) => (id === 'broken' ? refuse() : resumed.push(id) > 0),
    },
    approvals: { answer: refuse },
    openApprovals: async () => [lapsed('a1', 'broken')],
  });
  expect({ broken, resumed }).toEqual({ broken: ['broken', 'broken'], resumed: ['sound'] });
});

test('a run goes on once its time has come, and not before', async () => {
  const rows = [NOW - 1, NOW, NOW + 1].map((until) =>
    anyRow({ id: `until-${until}`, status: 'waiting', waitingOn: 'timer', until }),
  );
  const { told } = await reconcile(rows);
  expect(told.map(([run]) => run)).toEqual(['until-999', 'until-1000']);
});

test('a clock that was set back keeps no run waiting', async () => {
  const facts = { status: 'waiting', waitingOn: 'timer', until: 10 * NOW, updatedAt: 9 * NOW } as const;
  const { told } = await reconcile([anyRow({ id: 'from-the-future', ...facts })]);
  expect(told.map(([run]) => run)).toEqual(['from-the-future']);
});

test('a run goes on once nobody else acts on its tab', async () => {
  const rows = [1, 2].map((tab) => anyRow({ id: `tab-${tab}`, status: 'waiting', waitingOn: 'tab', tab }));
  const { told } = await reconcile(rows, { isFree: (_, tab) => tab === 2 });
  expect(told).toEqual([['tab-2', 'The tab is free now.']]);
});

test('what a person paused goes on by no cause of its own', async () => {
  const facts = { status: 'paused', pausedBy: 'user', until: 0, tab: 1 } as const;
  const { told } = await reconcile([
    anyRow({ id: 'a', ...facts }),
    anyRow({ id: 'b', ...facts, site: 'https://a.example' }),
  ]);
  expect(told).toEqual([]);
});

test('what the person paused before an engine took its question ends unasked', async () => {
  const finished: string[] = [];
  const request = (id: string, state: 'open' | 'streaming') => ({
    ...{ id, run: id, engine: BASIC, ask: { kind: 'probe' as const }, state, owner: 'host', partial: '', createdAt: 0 },
  });
  const rows = ['waits', 'streams'].map((id) => anyRow({ id, status: 'paused', pausedBy: 'user' }));
  await reconcile(rows, {
    alive: async () => new Set(['host']),
    requests: {
      open: async () => [request('waits', 'open'), request('streams', 'streaming')],
      finish: async (id) => finished.push(id) > 0,
    },
  });
  expect(finished).toEqual(['waits']);
});

test('a run that cannot be put right with those above it holds up no other', async () => {
  const put: string[] = [];
  const { broken } = await reconcile(['a', 'b'].map(locked), {
    putRight: async ({ id }) => (id === 'a' ? Promise.reject(new Error('unreadable')) : void put.push(id)),
    others: async () => void put.push('others'),
  });
  expect({ broken, put }).toEqual({ broken: ['a'], put: ['b', 'others'] });
});

test('an approval lapses when its time is over or its run is not there, and only then', async () => {
  const answered: string[] = [];
  await reconcile([anyRow({ id: 'live' })], {
    approvals: { answer: async (id) => answered.push(id) > 0 },
    openApprovals: async () => [
      lapsed('due', 'live'),
      { ...lapsed('fresh', 'live'), expiresAt: NOW + 1 },
      { ...lapsed('orphan', 'gone'), expiresAt: NOW + 1 },
    ],
  });
  expect(answered).toEqual(['due', 'orphan']);
});
