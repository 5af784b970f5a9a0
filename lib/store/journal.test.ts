import { expect, test } from 'vitest';
import type { Happening } from '#lib/core/event.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { JournalBroken } from './journal.ts';

const lease = (owner: string) => ({ owner, until: 5_000 });
const NOBODY: ReadonlySet<string> = new Set();

test('keeps row and journal in step', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await store.journal.append('run-1', [
    { kind: 'run-started' },
    { kind: 'run-paused', by: 'user', reason: 'You paused it.' },
  ]);
  const row = await store.database.runs.get('run-1');
  const state = await store.journal.fold('run-1');
  expect([row?.status, row?.seq, state?.status, state?.seq]).toEqual(['paused', 3, 'paused', 3]);
});

test('lends a run to one owner at a time', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  const alive = new Set(['a', 'b']);
  const claims = await Promise.all([
    store.journal.claim('run-1', lease('a'), alive),
    store.journal.claim('run-1', lease('b'), alive),
  ]);
  expect(claims.filter((one) => one === 'claimed')).toHaveLength(1);
});

test('takes the lease of an owner that died at once, of a living one when it has lapsed', async () => {
  const { store, time } = freshStore();
  await store.journal.create(newRun());
  await store.journal.claim('run-1', lease('a'), NOBODY);
  expect(await store.journal.claim('run-1', lease('b'), new Set(['a']))).toBeUndefined();
  expect(await store.journal.claim('run-1', lease('b'), NOBODY)).toBe('taken-over');
  time.now = 6_000;
  expect(await store.journal.claim('run-1', { owner: 'c', until: 9_000 }, new Set(['b']))).toBe('taken-over');
});

test('refuses the write of an owner that lost its lease', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await store.journal.claim('run-1', lease('a'), NOBODY);
  await store.journal.claim('run-1', lease('b'), NOBODY);
  expect(await store.journal.append('run-1', [{ kind: 'run-started' }], 'a')).toBe(false);
  expect((await store.journal.fold('run-1'))?.status).toBe('queued');
});

test('sees what another context appended', async () => {
  const { store, name } = freshStore();
  const other = freshStore(name).store;
  await store.journal.create(newRun());
  await store.journal.fold('run-1');
  await other.journal.append('run-1', [{ kind: 'stop-requested' }]);
  expect((await store.journal.fold('run-1'))?.stopping).toBe(true);
});

test('gives two writers at once two places in the journal', async () => {
  const { store, name } = freshStore();
  const other = freshStore(name).store;
  await store.journal.create(newRun());
  await Promise.all([
    store.journal.append('run-1', [{ kind: 'run-started' }]),
    other.journal.append('run-1', [{ kind: 'stop-requested' }]),
  ]);
  expect((await store.journal.events('run-1')).map((event) => event.seq)).toEqual([0, 1, 2]);
});

test('says so when a journal cannot be read, and keeps it', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await store.database.journal.add({ run: 'run-1', seq: 1, at: 0, happening: { kind: 'nonsense' } } as never);
  await expect(store.journal.fold('run-1')).rejects.toThrow(JournalBroken);
  await store.condemn('run-1', 'unreadable');
  expect((await store.database.runs.get('run-1'))?.status).toBe('failed');
  expect(await store.database.journal.count()).toBe(2);
});

test.each<[string, Happening]>([
  ['stopped', { kind: 'stop-requested' }],
  ['paused', { kind: 'run-paused', by: 'user', reason: 'You paused it.' }],
])(
  'lets nothing begin in a run that the person has %s meanwhile, and takes down the end of what had begun',
  async (_, said) => {
    const { store } = freshStore();
    await store.journal.create(newRun());
    await store.journal.claim('run-1', lease('a'), NOBODY);
    await store.journal.append('run-1', [{ kind: 'run-started' }], 'a');
    await store.journal.append('run-1', [said]);
    expect(await store.journal.append('run-1', [{ kind: 'call-started', call: 'c' }], 'a')).toBe(false);
    const outcome = { kind: 'failed' as const, message: 'No.' };
    expect(await store.journal.append('run-1', [{ kind: 'call-ended', call: 'c', outcome, ms: 1 }], 'a')).toBe(true);
  },
);

test('has the newest fold at hand after a claim, whoever wrote it', async () => {
  const { store, name } = freshStore();
  const other = freshStore(name).store;
  await store.journal.create(newRun());
  await other.journal.append('run-1', [{ kind: 'run-started' }]);
  expect(store.journal.seen('run-1')?.status).toBe('queued');
  await store.journal.claim('run-1', lease('a'));
  expect(store.journal.seen('run-1')?.status).toBe('running');
});

test('takes a free lease only, where nobody says who is alive', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  expect(await store.journal.claim('run-1', lease('a'))).toBe('claimed');
  expect(await store.journal.claim('run-1', lease('b'))).toBeUndefined();
});

test('writes an entry of the audit with the events, or neither', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  const entry = { what: 'verdict', detail: {} };
  expect(await store.journal.append('run-1', [{ kind: 'run-started' }], 'nobody', entry)).toBe(false);
  expect(await store.database.audit.count()).toBe(0);
  await store.journal.append('run-1', [{ kind: 'run-started' }], undefined, entry);
  expect(await store.database.audit.count()).toBe(1);
});
