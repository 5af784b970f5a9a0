import { expect, test } from 'vitest';
import type { Approval } from '#lib/core/approval.ts';
import type { Happening } from '#lib/core/event.ts';
import type { Grant } from '#lib/core/grant.ts';
import type { Json } from '#lib/core/json.ts';
import { siteLabel, USER } from '#lib/core/label.ts';
import type { NewRun } from '#lib/core/ports.ts';
import { freshStore, newRun } from '../../../tests/support/store.ts';
import { compactRun, dueRuns } from './compact.ts';
import { sweep } from './sweep.ts';

const NEWS = 'https://news.example';
const DAY = 24 * 3_600_000;
const LONG = 'A long text of a page. '.repeat(40);
const reading: Json = {
  ...{ url: `${NEWS}/1`, title: 'One', site: NEWS, links: [], elsewhere: [], notes: [] },
  passages: [
    { id: 's1p1', text: LONG, source: 'One' },
    { id: 's1p2', text: `Cited. ${LONG}`, source: 'One' },
  ],
};
const usage = { inputTokens: 3, outputTokens: 2, ms: 1, exact: true };
const happened: Happening[] = [
  { kind: 'run-started' },
  { kind: 'call-requested', call: { id: '1', tool: 'read', args: { tab: 1 }, labels: {} } },
  {
    kind: 'call-ended',
    call: '1',
    outcome: { kind: 'done', value: reading, label: siteLabel(NEWS), words: 'Read "One"' },
    ms: 9,
  },
  { kind: 'call-requested', call: { id: '2', tool: 'open_tab', args: {}, labels: {} } },
  { kind: 'call-ended', call: '2', outcome: { kind: 'done', value: { tab: 3 }, label: USER, words: 'Opened' }, ms: 9 },
  { kind: 'model-requested', request: 'q', slot: '0', attempt: 1, engine: 'basic', what: '', ledger: [], label: USER },
  { kind: 'model-ended', request: 'q', end: { kind: 'answered', answer: { text: LONG }, usage }, usd: 0.1 },
  { kind: 'model-requested', request: 'p', slot: '0', attempt: 2, engine: 'basic', what: '', ledger: [], label: USER },
  { kind: 'model-ended', request: 'p', end: { kind: 'aborted', partial: LONG } },
];
const citation = { id: '1', url: `${NEWS}/1`, title: 'One', quote: 'Cited.', hash: 'h', passage: 's1p2', readAt: 1 };
const report = (text: string) => ({
  ...{ title: 'Brief', content: { markdown: text }, hash: text, citations: [citation], label: siteLabel(NEWS) },
  provenance: { by: 'agent' as const, run: 'run-1', calls: ['1'], approvals: [], inputs: [] },
});

async function world(more: Partial<NewRun> = {}) {
  const made = freshStore();
  const { store, time } = made;
  const add = async (id: string, of: Partial<NewRun> = {}) => {
    await store.journal.create(newRun({ id, ...of }));
    await store.journal.append(id, happened);
    await store.journal.append(id, [{ kind: 'run-ended', state: 'succeeded', reason: 'Done.' }]);
  };
  await add('run-1', more);
  const compact = (run = 'run-1') =>
    compactRun(store.database, run, { now: () => time.now, hash: async (text) => `sha of ${text.length}` });
  const due = async (before: number) => (await dueRuns(store.database, before, 9)).map((row) => row.id);
  return { ...made, add, compact, due };
}

test('drops texts and answers, and keeps that they were there, their words, labels and costs, and what is cited', async () => {
  const { store, time, name, compact } = await world();
  await store.artifacts.save(report('a'), 'report', 'run-1/3');
  const before = await store.journal.fold('run-1');
  const version = await store.artifacts.get((await store.artifacts.madeBy('run-1'))[0]?.id ?? '');
  time.now = 9_000;
  expect(await compact()).toBeGreaterThan(2_000);
  const after = await freshStore(name).store.journal.fold('run-1');
  expect(after?.calls.get('1')?.outcome).toEqual({
    ...{ kind: 'done', label: siteLabel(NEWS), words: 'Read "One"' },
    value: {
      ...{ url: `${NEWS}/1`, title: 'One', site: NEWS },
      passages: [{ id: 's1p2', text: `Cited. ${LONG}`, source: 'One' }],
      dropped: { length: JSON.stringify(reading).length, sha256: `sha of ${JSON.stringify(reading).length}` },
    },
  });
  expect(after?.calls.get('2')).toEqual(before?.calls.get('2'));
  expect(after?.asks.get('q')?.end).toMatchObject({
    kind: 'answered',
    usage,
    answer: { dropped: { length: LONG.length + 11 } },
  });
  expect(after?.asks.get('p')?.end).toMatchObject({ kind: 'aborted', partial: '' });
  expect([after?.status, after?.bill, after?.reads]).toEqual([before?.status, before?.bill, before?.reads]);
  expect((await store.database.runs.get('run-1'))?.compactedAt).toBe(9_000);
  expect(await store.artifacts.get(version?.artifact ?? '')).toEqual(version);
});

test('does again what was cut off halfway, and nothing twice', async () => {
  const { store, compact, due } = await world();
  await store.database.runs.update('run-1', { compactedAt: 0 });
  expect(await due(DAY)).toEqual(['run-1']);
  await compact();
  const events = await store.journal.events('run-1');
  expect(await compact()).toBe(0);
  expect(await store.journal.events('run-1')).toEqual(events);
  expect(await due(DAY)).toEqual([]);
});

test('is due for runs that ended long enough ago, but not for what a live run comes from or belongs to', async () => {
  const { store, time, add, due } = await world();
  await store.journal.create(newRun({ id: 'live', retryOf: 'run-1' }));
  await store.journal.create(newRun({ id: 'root' }));
  await add('child', { parent: 'root' });
  await add('old');
  time.now = 5_000;
  await add('new');
  expect(await due(5_000)).toEqual(['old']);
  expect(await due(1_000)).toEqual([]);
  await store.journal.append('live', [{ kind: 'run-ended', state: 'succeeded', reason: '' }]);
  expect((await due(5_000)).sort()).toEqual(['old', 'run-1']);
});

test('keeps of approvals that they were answered, and of saves the last of each artifact', async () => {
  const { store, compact } = await world();
  const answer = { kind: 'allow', scope: 'once', edit: { body: LONG }, by: 'user', at: 1 } as const;
  const approval: Approval = {
    ...{
      id: 'ap',
      run: 'run-1',
      root: 'run-1',
      agent: 'a',
      call: '1',
      tool: 'send',
      capability: 'mail',
      effect: 'send',
    },
    ...{
      site: NEWS,
      headline: 'Send',
      payload: { body: LONG },
      reasons: [],
      controls: [],
      editable: [],
      scopes: ['once'],
    },
    ...{ verbs: { allow: 'Send', refuse: "Don't send" }, createdAt: 1, expiresAt: 2, answer, outcome: 'Sent' },
  };
  await store.database.approvals.add(approval);
  const { artifact } = await store.artifacts.save(report('a'), 'report', 'run-1/3');
  await store.artifacts.save(report('b'), 'report', 'run-1/4', artifact);
  await compact();
  expect(await store.approvals.get('ap')).toMatchObject({
    ...{ headline: 'Send', outcome: 'Sent', payload: { dropped: { length: LONG.length + 11 } } },
    answer: { kind: 'allow', scope: 'once', by: 'user', at: 1 },
  });
  expect((await store.database.saves.toArray()).map((row) => row.key)).toEqual(['run-1/4']);
  expect((await store.artifacts.madeBy('run-1')).map((one) => one.id)).toEqual([artifact]);
});

test('a run without its texts is not forked', async () => {
  const { store, compact } = await world();
  await compact();
  await expect(store.fork({ run: 'run-1', seq: 3 }, 'f', {})).rejects.toThrow('Retry it');
});

test('sweeps what has served, and leaves what is under way or young', async () => {
  const { store } = await world();
  const { requests, handoffs, checkpoints, firings, runs } = store.database;
  const request = { engine: { kind: 'basic', id: 'basic', name: 'B' }, ask: { kind: 'probe' }, partial: '' } as const;
  await requests.bulkAdd([
    { ...request, id: 'old', state: 'ended', createdAt: 0 },
    { ...request, id: 'open', state: 'open', createdAt: 0 },
    { ...request, id: 'young', state: 'ended', createdAt: 199.5 * DAY },
  ]);
  await handoffs.bulkAdd([0, 199 * DAY].map((at) => ({ id: `h${at}`, agent: '', task: '', inputs: [], at })));
  await runs.update('run-1', { endedAt: 190 * DAY });
  await store.journal.create(newRun({ id: 'live' }));
  const piece = { reducer: 1, seq: 1, text: '', sum: '' };
  await checkpoints.bulkAdd(['run-1', 'run-1#calls#0', 'live', 'live#asks#0'].map((run) => ({ ...piece, run })));
  await firings.bulkAdd(
    Array.from({ length: 150 }, (_, index) => ({
      ...{ schedule: 's', time: index * DAY, at: 1, kind: 'skipped' as const, by: 'clock' as const, reason: '' },
    })),
  );
  await sweep(store.database, 200 * DAY);
  expect(await requests.toCollection().primaryKeys()).toEqual(['open', 'young']);
  expect(await handoffs.count()).toBe(1);
  expect(await checkpoints.toCollection().primaryKeys()).toEqual(['live', 'live#asks#0']);
  expect(await firings.count()).toBe(100);
});

test('leave for a run that is over or never came is taken back, and no other', async () => {
  const { store } = freshStore();
  for (const id of ['ended', 'live']) await store.journal.create(newRun({ id }));
  await store.journal.append('ended', [{ kind: 'run-ended', state: 'failed', reason: 'Broke.' }]);
  const grant = (id: string, run: string | undefined, createdAt = 0) => ({
    ...{ id, agent: 'a', capability: 'read' as const, site: 'https://a.example', usedAt: 0, createdAt },
    ...(run === undefined ? { mode: 'always' as const } : { mode: 'run' as const, run }),
  });
  const now = 10 * 24 * 3_600_000;
  const left = ['of-live', 'always', 'to-come'];
  await store.database.grants.bulkAdd([
    ...[grant('of-ended', 'ended'), grant('of-live', 'live'), grant('always', undefined)],
    ...[grant('of-nobody', 'nobody'), grant('to-come', 'soon', now)],
  ]);
  await sweep(store.database, now);
  expect((await store.grants.all()).map((one) => one.id).toSorted()).toEqual(left.toSorted());
});

test('takes grants that lapsed from the list a week later, and says so in the audit', async () => {
  const { store } = freshStore();
  const grant: Omit<Grant, 'id'> = {
    ...{ agent: 'a', capability: 'read', site: NEWS, mode: 'always', createdAt: 0, usedAt: 0 },
  };
  const used = { ...grant, id: 'used', usedAt: 60 * DAY };
  const rows: Grant[] = [
    { ...grant, id: 'unused' },
    used,
    { ...grant, id: 'over', until: DAY },
    { ...grant, id: 'up', usedAt: 60 * DAY, left: 0 },
    { ...grant, id: 'no', mode: 'never' },
  ];
  for (const one of rows) await store.grants.put(one);
  await sweep(store.database, 61 * DAY);
  const left = async () => (await store.grants.all()).map((one) => one.id).sort();
  expect(await left()).toEqual(['no', 'unused', 'used']);
  await sweep(store.database, 68 * DAY);
  expect(await left()).toEqual(['no', 'used']);
  const told = (await store.database.audit.toArray()).map(({ what, detail }) => [what, detail.why]);
  expect(told).toEqual([
    ['grant-lapsed', 'over'],
    ['grant-lapsed', 'used-up'],
    ['grant-lapsed', 'unused'],
  ]);
});
