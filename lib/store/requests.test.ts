import { expect, test } from 'vitest';
import { BASIC } from '#lib/core/engine.ts';
import type { Happening } from '#lib/core/event.ts';
import { USER } from '#lib/core/label.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';

const asked: Extract<Happening, { kind: 'model-requested' }> = {
  kind: 'model-requested',
  request: 'q',
  slot: '0',
  attempt: 1,
  engine: 'basic',
  what: 'asks',
  ledger: [],
  label: USER,
};
const row = {
  id: 'q',
  run: 'run-1',
  engine: BASIC,
  ask: { kind: 'probe' as const },
  state: 'open' as const,
  partial: '',
  createdAt: 1,
};
const answered = {
  kind: 'answered' as const,
  answer: 'yes',
  usage: { inputTokens: 1, outputTokens: 1, ms: 1, exact: true },
};
const ALIVE = new Set(['host-1', 'worker-1']);

async function requested() {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await store.journal.claim('run-1', { owner: 'worker-1', until: 9_000 }, ALIVE);
  await store.requests.begin(row, asked, 'worker-1');
  return store;
}

test('hands the lease to the engine host until the request ends', async () => {
  const store = await requested();
  expect(await store.journal.claim('run-1', { owner: 'worker-2', until: 9_000 }, new Set())).toBeUndefined();
  await store.requests.finish('q', answered);
  expect(await store.journal.claim('run-1', { owner: 'worker-2', until: 9_000 }, ALIVE)).toBe('claimed');
});

test('accepts one end', async () => {
  const store = await requested();
  const ends = await Promise.all([
    store.requests.finish('q', answered),
    store.requests.finish('q', { kind: 'aborted', partial: '' }),
  ]);
  expect(ends.filter(Boolean)).toHaveLength(1);
  expect((await store.journal.events('run-1')).filter((event) => event.happening.kind === 'model-ended')).toHaveLength(
    1,
  );
});

test('lets one host take a request, and another only after the first died', async () => {
  const store = await requested();
  expect(await store.requests.take('q', 'host-1', ALIVE)).toEqual(row.ask);
  expect(await store.requests.take('q', 'host-2', ALIVE)).toBeUndefined();
  expect(await store.requests.take('q', 'host-2', new Set(['host-2']))).toEqual(row.ask);
});

test('while everything is held, asks no engine and begins no question; once it is released, both go on', async () => {
  const store = await requested();
  await store.settings.hold(1);
  expect(await store.requests.take('q', 'host-1', ALIVE)).toBeUndefined();
  await store.journal.create(newRun({ id: 'run-2' }));
  await store.journal.claim('run-2', { owner: 'worker-1', until: 9_000 }, ALIVE);
  const begin = () => store.requests.begin({ ...row, id: 'q2', run: 'run-2' }, { ...asked, request: 'q2' }, 'worker-1');
  expect(await begin()).toBe(false);
  await store.settings.release();
  expect([await store.requests.take('q', 'host-1', ALIVE), await begin()]).toEqual([row.ask, true]);
});

test('lets the person try an engine while everything is held', async () => {
  const { store } = freshStore();
  await store.settings.hold(1);
  const { run: _, ...probe } = row;
  await store.requests.begin(probe, undefined, 'panel');
  expect(await store.requests.take('q', 'host-1', ALIVE)).toEqual(row.ask);
});

test('gives out what a row of an older version asks, and keeps nothing of it after the end', async () => {
  const store = await requested();
  await store.database.asks.clear();
  await store.database.requests.update('q', { ask: row.ask } as object);
  expect(await store.requests.take('q', 'host-1', ALIVE)).toEqual(row.ask);
  await store.requests.finish('q', answered);
  expect(await store.database.asks.count()).toBe(0);
  expect((await store.requests.get('q')) as object).not.toHaveProperty('ask');
});

test('keeps no checkpoint after the end', async () => {
  const store = await requested();
  await store.requests.take('q', 'host-1', ALIVE);
  await store.requests.checkpoint('q', 'half');
  expect((await store.requests.get('q'))?.partial).toBe('half');
  await store.requests.finish('q', answered);
  await store.requests.checkpoint('q', 'late');
  expect((await store.requests.get('q'))?.partial).toBe('');
});

test('gives no engine a question whose run was paused or stopped before anybody asked', async () => {
  for (const happening of [
    { kind: 'run-paused', by: 'user', reason: 'You paused it.' },
    { kind: 'stop-requested' },
  ] as const) {
    const store = await requested();
    await store.journal.append('run-1', [happening]);
    expect(await store.requests.take('q', 'host-1', ALIVE)).toBeUndefined();
  }
});
