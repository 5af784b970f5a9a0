import { expect, test } from 'vitest';
import { BASIC } from '#lib/core/engine.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { capsFor } from './caps.ts';
import { createDispatcher } from './dispatcher.ts';
import { createStorageTrouble } from './storage-trouble.ts';

const FULL = new DOMException('no room', 'QuotaExceededError');

/** A worker whose steps write three events each, on a disk that can be full. */
async function world() {
  const { store } = freshStore();
  const disk = { full: false };
  const told: (string | undefined)[] = [];
  for (const table of [store.database.journal, store.database.settings])
    table.hook('creating', () => {
      if (disk.full) throw FULL;
    });
  const trouble = createStorageTrouble({
    ...{ now: () => 1_000, wakeAt: async () => {}, wait: async () => {}, probe: store.probe },
    tell: async (kind) => {
      told.push(kind);
    },
  });
  const failed: string[] = [];
  let steps = 0;
  const dispatcher = createDispatcher({
    ...{ owner: 'worker-1', now: () => 1_000, journal: store.journal },
    isHeld: async () => false,
    caps: async () => capsFor([BASIC]),
    alive: async () => new Set(['worker-1']),
    ...{ reconcile: async () => {}, settled: async () => {} },
    step: async (run) => {
      steps += 1;
      // It fills up in the middle of the second step.
      if (steps === 2) disk.full = true;
      if (steps > 3)
        await store.journal.append(run, [{ kind: 'run-ended', state: 'succeeded', reason: 'Done.' }], 'worker-1');
      else await store.journal.append(run, [{ kind: 'run-recovered', what: `step ${steps}` }], 'worker-1');
      return steps <= 3 ? 'on' : 'rest';
    },
    broken: async (run, error) => {
      if (!(await trouble.note(error))) failed.push(run);
    },
  });
  await store.journal.create(newRun());
  const wake = async () => {
    if (await trouble.isOver()) await dispatcher.wake();
  };
  return { store, disk, told, failed, wake };
}

test('a disk that fills up in the middle of a step ends no run, and the run goes on by itself when there is room', async () => {
  const { store, disk, told, failed, wake } = await world();
  await wake();
  await expect.poll(() => told).toEqual(['full']);
  await wake();
  const row = async () => store.database.runs.get('run-1');
  await expect.poll(async () => (await row())?.lease).toBeUndefined();
  expect(await row()).toMatchObject({ status: 'queued', seq: 2 });
  disk.full = false;
  await wake();
  await expect.poll(async () => (await row())?.status).toBe('succeeded');
  expect(told).toEqual(['full', undefined]);
  expect(failed).toEqual([]);
});
