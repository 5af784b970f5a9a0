import { expect, test } from 'vitest';
import type { RunRow } from '#lib/core/run.ts';
import { anyRow } from '#lib/core/run-row.test-support.ts';
import { createWorkerWatch } from './watch-workers.ts';

/** A browser in which a worker lives, and what is heard once it died with these runs in the store. */
async function heardAfter(...rows: RunRow[]): Promise<string[]> {
  const heard: string[] = [];
  const deaths = new Map<string, () => void>();
  const watch = createWorkerWatch({
    journal: { live: async () => rows },
    alive: async () => new Set(['worker-1', 'host-1']),
    gone: (name) => new Promise((done) => deaths.set(name, done)),
    knock: async () => void heard.push('knock'),
    isHeld: async () => false,
  });
  await watch();
  await watch();
  expect([...deaths.keys()]).toEqual(['worker-1']);
  deaths.get('worker-1')?.();
  await new Promise((done) => setTimeout(done));
  return heard;
}

test('wakes another worker when one died in a step, or before one that could go on', async () => {
  expect(await heardAfter(anyRow({ id: 'r', status: 'running', lease: { owner: 'worker-1', until: 9 } }))).toEqual([
    'knock',
  ]);
  expect(await heardAfter(anyRow({ id: 'r', status: 'queued' }))).toEqual(['knock']);
  const parent = anyRow({ id: 'p', status: 'waiting', waitingOn: 'child', openCalls: 1 });
  expect(await heardAfter(parent)).toEqual(['knock']);
});

test('leaves a worker alone that the browser put to rest', async () => {
  expect(await heardAfter()).toEqual([]);
  expect(await heardAfter(anyRow({ id: 'r', status: 'waiting', waitingOn: 'approval' }))).toEqual([]);
  expect(await heardAfter(anyRow({ id: 'r', status: 'running', lease: { owner: 'engine-host', until: 9 } }))).toEqual(
    [],
  );
});

/** Workers that die one after the other with something left to do. */
async function knocksAfter(deaths: number, { isHeld = false } = {}): Promise<number> {
  let knocks = 0;
  let last = 0;
  const watch = createWorkerWatch({
    journal: { live: async () => [anyRow({ id: 'r', status: 'queued' })] },
    alive: async () => new Set([`worker-${last}`]),
    gone: async (name) => {
      if (name === `worker-${deaths}`) await new Promise(() => {});
    },
    knock: async () => {
      knocks += 1;
      last += 1;
    },
    isHeld: async () => isHeld,
  });
  await watch();
  await new Promise((done) => setTimeout(done, 5));
  return knocks;
}

test('watches the worker that came of its knock as well, and leaves many that die in a row to the alarm', async () => {
  expect([await knocksAfter(1), await knocksAfter(2), await knocksAfter(50)]).toEqual([1, 2, 3]);
});

test('wakes nobody while everything is held', async () => {
  expect(await knocksAfter(2, { isHeld: true })).toBe(0);
});
