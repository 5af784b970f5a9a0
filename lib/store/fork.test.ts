import { expect, test } from 'vitest';
import type { Happening } from '#lib/core/event.ts';
import { USER } from '#lib/core/label.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { JournalBroken } from './journal.ts';

const CAPS = { usd: 1 };
const read = (id: string): Happening[] => [
  { kind: 'call-requested', call: { id, tool: 'read', args: {}, labels: {} } },
  { kind: 'call-ended', call: id, outcome: { kind: 'done', value: id, label: USER, words: 'did' }, ms: 1 },
];

async function old() {
  const world = freshStore();
  await world.store.journal.create(newRun({ budget: CAPS }));
  await world.store.journal.append('run-1', [{ kind: 'run-started' }, ...read('1'), ...read('2')]);
  await world.store.journal.append('run-1', [{ kind: 'run-ended', state: 'failed', reason: 'Broke.' }]);
  return world;
}

test('copies a journal up to an event, and leaves the old one as it is', async () => {
  const { store, time } = await old();
  const before = await store.journal.events('run-1');
  time.now = 5_000;
  expect(await store.fork({ run: 'run-1', seq: 3 }, 'f', CAPS)).toEqual({ run: 'run-1', seq: 3 });
  expect(await store.journal.events('run-1')).toEqual(before);
  const events = await store.journal.events('f');
  expect(events.slice(0, 4)).toEqual(before.slice(0, 4).map((event) => ({ ...event, run: 'f' })));
  expect(events.slice(4).map((event) => event.happening)).toEqual([{ kind: 'run-forked', run: 'run-1', seq: 3 }]);
  expect(await store.database.runs.get('f')).toMatchObject({
    ...{ status: 'queued', root: 'f', createdAt: 5_000, forkOf: { run: 'run-1', seq: 3 }, seq: 5, steps: 0 },
  });
  expect([...((await store.journal.fold('f'))?.calls.keys() ?? [])]).toEqual(['1']);
});

test('leaves the end of the old run out, which would end the fork too', async () => {
  const { store } = await old();
  expect(await store.fork({ run: 'run-1', seq: 6 }, 'f', CAPS)).toEqual({ run: 'run-1', seq: 5 });
  expect((await store.database.runs.get('f'))?.status).toBe('queued');
});

test.each([7, -1, 1.5])('refuses a step that there is not: %s', async (seq) => {
  const { store } = await old();
  await expect(store.fork({ run: 'run-1', seq }, 'f', CAPS)).rejects.toThrow(`no step ${seq}`);
  expect(await store.database.runs.get('f')).toBeUndefined();
  expect(await store.database.journal.where('[run+seq]').between(['f', 0], ['f', 99]).count()).toBe(0);
});

test('copies nothing of a journal that cannot be read', async () => {
  const { store } = await old();
  await store.database.journal.put({ run: 'run-1', seq: 2, at: 0, happening: { kind: 'nonsense' } } as never);
  await expect(store.fork({ run: 'run-1', seq: 4 }, 'f', CAPS)).rejects.toThrow(JournalBroken);
  expect(await store.database.runs.get('f')).toBeUndefined();
});

test('forks a fork', async () => {
  const { store } = await old();
  await store.fork({ run: 'run-1', seq: 3 }, 'f', CAPS);
  await store.journal.append('f', read('3'));
  await store.fork({ run: 'f', seq: 6 }, 'g', CAPS);
  expect(await store.journal.fold('g')).toMatchObject({ root: 'g', forkOf: { run: 'f', seq: 6 }, status: 'queued' });
  expect([...((await store.journal.fold('g'))?.calls.keys() ?? [])]).toEqual(['1', '3']);
});

test('gives a fork of a child caps, since it bills nobody else', async () => {
  const { store } = await old();
  await store.journal.create(newRun({ id: 'child', parent: 'run-1' }));
  await store.fork({ run: 'child', seq: 0 }, 'f', { usd: 2 });
  await store.fork({ run: 'run-1', seq: 0 }, 'g', { usd: 2 });
  expect((await store.journal.fold('f'))?.budget).toEqual({ usd: 2 });
  expect((await store.journal.fold('g'))?.budget).toEqual(CAPS);
});
