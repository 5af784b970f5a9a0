import { beforeAll, expect, test } from 'vitest';
import type { Approval } from '#lib/core/approval.ts';
import type { Grant } from '#lib/core/grant.ts';
import { siteLabel, USER } from '#lib/core/label.ts';
import type { Schedule } from '#lib/core/schedule.ts';
import type { Store } from '#lib/store/index.ts';
import { freshStore, newRun } from '../../../tests/support/store.ts';
import { exportAll } from './export-all.ts';
import { importAll } from './import-all.ts';

const MAIL = 'https://mail.example';
const grant = (id: string, mode: Grant['mode']): Grant => ({
  ...{ id, agent: 'scout', capability: 'mail', site: MAIL, mode, createdAt: 1, usedAt: 1 },
});
const schedule: Schedule = {
  ...{ id: 'sch', title: 'Brief', agent: 'researcher', task: 'Read', inputs: [], engine: 'basic', overlap: 'skip' },
  ...{ cadence: { kind: 'interval', minutes: 60, anchor: 0 }, catchUp: 'skip', lookbackHours: 1, mostCaughtUp: 1 },
  ...{ jitterSeconds: 0, pauseAfterFailures: 0, failures: 0, state: 'on', reason: '', createdAt: 1, handledUntil: 1 },
  dueAt: 99,
};
const approval: Approval = {
  ...{ id: 'ap', run: 'run-2', root: 'run-2', agent: 'scout', call: '1', tool: 'send', capability: 'mail' },
  ...{ effect: 'send', site: MAIL, headline: 'Send', payload: { to: ['a@b.example'] }, reasons: [], controls: [] },
  ...{
    editable: [],
    scopes: ['once', 'run', 'always'],
    verbs: { allow: 'Send', refuse: "Don't send" },
    createdAt: 1,
    expiresAt: 9e15,
  },
};
const content = {
  ...{ title: 'Brief', content: { markdown: 'Text' }, hash: 'h', citations: [], label: siteLabel(MAIL) },
  provenance: { by: 'agent' as const, run: 'run-1', calls: [], approvals: [], inputs: [] },
};

/** Everything that Annex stores, with runs that have ended, wait, ask a model, were allowed something, and broke. */
async function fill({ store }: ReturnType<typeof freshStore>): Promise<void> {
  const { journal, database } = store;
  await journal.create(newRun());
  await store.artifacts.save(content, 'report', 'run-1/1');
  await journal.append('run-1', [{ kind: 'run-started' }, { kind: 'run-ended', state: 'succeeded', reason: 'Done.' }]);
  await journal.append('run-1', [{ kind: 'stop-requested' }]);
  await journal.create(newRun({ id: 'run-2', attended: false }));
  await journal.claim('run-2', { owner: 'w', until: 9_000 }, new Set());
  await journal.append('run-2', [
    { kind: 'call-requested', call: { id: '1', tool: 'send', args: {}, labels: { '*': USER } } },
  ]);
  await store.approvals.request(approval, 'It waits for your answer.', 'w');
  await journal.create(newRun({ id: 'run-3' }));
  await journal.append('run-3', [
    {
      kind: 'model-requested',
      request: 'q',
      slot: '0',
      attempt: 1,
      engine: 'basic',
      what: '',
      ledger: [],
      label: USER,
    },
  ]);
  await database.schedules.add(schedule);
  await database.firings.add({ schedule: 'sch', time: 5, at: 5, kind: 'skipped', by: 'clock', reason: 'Off.' });
  await database.grants.bulkAdd([grant('g1', 'always'), grant('g2', 'never'), { ...grant('g3', 'run'), run: 'run-2' }]);
  await database.sites.add({ site: MAIL, onDeviceOnly: true, never: false });
  await store.settings.save(
    { kind: 'openai', id: 'e', name: 'E', baseUrl: 'http://127.0.0.1/v1', model: 'm', size: 'small', contextTokens: 9 },
    'sk-secret',
  );
  await store.settings.choose('e');
  await database.spend.add({
    ...{ request: 'q', root: 'run-3', run: 'run-3', agent: 'a', engine: 'e', model: 'm', day: '2026-11-26', at: 1 },
    ...{ inputTokens: 1, outputTokens: 1, background: false },
  });
  await store.audit.append({ what: 'grant-set', site: MAIL, detail: { mode: 'always' } });
  await store.audit.append({ what: 'run-ended', run: 'run-1', detail: {} });
  await database.setAside.add({ table: 'runs', key: '"x"', why: 'odd', at: 1, row: { id: 'x' } });
  await database.handoffs.add({ id: 'h', agent: 'a', task: '', inputs: [], at: 1 });
}

const text = async (store: Store) => (await exportAll(store.database)).text();
const take = (store: Store, file: string, trusted = true) =>
  importAll(store.database, new Blob([file]), { trusted, now: 7_000 });

let filled: ReturnType<typeof freshStore>;
let file: string;
beforeAll(async () => {
  filled = freshStore();
  await fill(filled);
  file = await text(filled.store);
});

test('what is exported, imported and exported again is the same, byte for byte', async () => {
  const { store } = freshStore();
  const imported = await take(store, file);
  expect(imported.refused).toEqual([]);
  expect(imported.added).toBe(file.trimEnd().split('\n').length);
  expect(await text(store)).toBe(file);
  // Exporting changed nothing, and once more makes no difference.
  expect(await text(filled.store)).toBe(file);
});

test('names no key, and nothing that is under way elsewhere', () => {
  expect(file).not.toContain('sk-secret');
  const tables = new Set(
    file
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).table),
  );
  expect([...tables]).toEqual([
    ...['engines', 'sites', 'settings', 'grants', 'schedules', 'firings', 'artifacts', 'versions', 'saves'],
    ...['journal', 'runs', 'approvals', 'spend', 'audit', 'setAside'],
  ]);
});

test('brings runs in paused and without a lease, and schedules off', async () => {
  const { store } = freshStore();
  await take(store, file);
  for (const id of ['run-2', 'run-3']) {
    const row = await store.database.runs.get(id);
    expect(row).toMatchObject({ status: 'paused', pausedBy: 'user', reason: expect.stringContaining('imported') });
    expect(row).not.toHaveProperty('lease');
  }
  expect((await store.journal.fold('run-3'))?.asking).toBeUndefined();
  expect((await store.database.schedules.get('sch'))?.state).toBe('paused');
  expect(await store.requests.open()).toEqual([]);
});

test('does not do by surprise what was allowed elsewhere', async () => {
  const world = freshStore();
  await fill(world);
  await world.store.approvals.answer('ap', { kind: 'allow', scope: 'once', by: 'user', at: 1 });
  const moved = await text(world.store);
  const { store } = freshStore();
  await take(store, moved);
  expect((await store.journal.fold('run-2'))?.calls.get('1')?.outcome).toMatchObject({ kind: 'denied', rule: 'moved' });
  expect(await text(store)).toBe(moved);
});

test('puts to rest what a file brings in that is not', async () => {
  const { store } = freshStore();
  const lines = file.split('\n').filter((line) => !line.includes('It was imported while'));
  const sly = lines.join('\n').replace('"state":"paused"', '"state":"on"');
  await take(store, sly);
  expect((await store.journal.live()).map((row) => [row.status, row.pausedBy])).toEqual([
    ['paused', 'user'],
    ['paused', 'user'],
  ]);
  expect((await store.database.schedules.get('sch'))?.state).toBe('paused');
});

test('takes permissions and settings over only from the person’s own file', async () => {
  const { store } = freshStore();
  const imported = await take(store, file, false);
  expect((await store.approvals.get('ap'))?.scopes).toEqual(['once']);
  expect((await store.grants.all()).map((one) => one.mode)).toEqual(['ask', 'never', 'ask']);
  expect(await store.settings.current()).toBe('basic');
  expect(imported.refused).toEqual([expect.stringContaining('"engine" is taken over only from a file of your own')]);
});

test('leaves what is there as it is', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun({ task: 'Mine' }));
  await store.database.grants.add(grant('g1', 'off'));
  await store.database.artifacts.add({
    id: 'mine',
    kind: 'draft',
    title: 'Mine',
    version: 1,
    createdAt: 1,
    updatedAt: 1,
  });
  await store.audit.append({ what: 'mine', detail: {} });
  const before = await text(store);
  const imported = await take(store, file);
  expect(imported.refused).toEqual([]);
  expect((await store.database.runs.get('run-1'))?.task).toBe('Mine');
  expect((await store.database.grants.get('g1'))?.mode).toBe('off');
  const audit = (await store.database.audit.toArray()).map((row) => row.what);
  expect(audit.sort()).toEqual(['grant-set', 'imported', 'mine', 'run-ended']);
  for (const line of before.trimEnd().split('\n')) expect((await text(store)).split('\n')).toContain(line);
});

test('adds nothing when the same file is read twice', async () => {
  const { store } = freshStore();
  const first = await take(store, file);
  expect(await take(store, file)).toEqual({ added: 0, kept: first.added, refused: [] });
  expect(await text(store)).toBe(file);
});

test('says of each line that it refuses why, and takes the others', async () => {
  const { store } = freshStore();
  const lines = file.trimEnd().split('\n');
  const journal = lines.findIndex((line) => line.includes('"run-started"'));
  const odd = [
    'no JSON',
    '{"row":{},"table":"secrets"}',
    '{"row":{},"table":"__proto__"}',
    '{"row":{"id":7},"table":"grants"}',
    '{"row":{"id":"r","status":"running"},"table":"runs"}',
    ...lines.filter((_, index) => index !== journal),
  ];
  const { refused, added } = await take(store, odd.join('\n'));
  expect(refused).toEqual([
    'Line 1: It is not a line of an export of Annex.',
    'Line 2: Rows of "secrets" are not taken from a file.',
    'Line 3: There is no table "__proto__" here.',
    expect.stringMatching(/^Line 4: The row of "grants" cannot be read \(id: /),
    expect.stringMatching(/^Line 5: The row of "runs" cannot be read/),
    expect.stringMatching(/^Line \d+: Event 1 of the run run-1 is missing/),
  ]);
  expect(added).toBeGreaterThan(10);
  expect(await store.database.runs.get('run-1')).toBeUndefined();
  expect(await store.database.runs.get('run-2')).toBeDefined();
});

test('exports a run whose journal broke as it stands', async () => {
  const world = freshStore();
  await fill(world);
  await world.store.database.journal.put({ run: 'run-2', seq: 1, at: 0, happening: { kind: 'nonsense' } } as never);
  expect(await text(world.store)).toContain('"nonsense"');
});

test('a schedule whose last time waits for a run to end starts nothing where it is read in', async () => {
  const { store } = freshStore();
  const { dueAt: _, ...done } = schedule;
  const row = { ...done, state: 'done', reason: 'It ran at its time.', buffered: 90 };
  await take(store, JSON.stringify({ table: 'schedules', row }), false);
  expect(await store.schedules.get('sch')).not.toHaveProperty('buffered');
});

test('a file makes room in no budget: what it says was spent is never less than nothing', async () => {
  const { store } = freshStore();
  const spent = {
    ...{ request: 'q', root: 'r', run: 'r', agent: 'a', engine: 'e', model: 'm', day: '2026-11-26', at: 1 },
    ...{ inputTokens: 1, outputTokens: 1, usd: -1_000, background: false },
  };
  const end = { kind: 'answered', answer: 'a', usage: { inputTokens: 1, outputTokens: 1, ms: 1, exact: true } };
  const ended = { run: 'r', seq: 1, at: 1, happening: { kind: 'model-ended', request: 'q', end, usd: -1_000 } };
  const lines = [JSON.stringify({ table: 'journal', row: ended }), JSON.stringify({ table: 'spend', row: spent })];
  expect((await take(store, lines.join('\n'))).refused).toHaveLength(2);
});
