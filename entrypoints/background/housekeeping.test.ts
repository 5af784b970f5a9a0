import { expect, test } from 'vitest';
import { anyRow } from '#lib/core/run-row.test-support.ts';
import { createHousekeeping } from './housekeeping.ts';

const HOUR = 3_600_000;

function world(count: number, days: number | 'never' = 90) {
  const did: string[] = [];
  const old = Array.from({ length: count }, (_, index) => anyRow({ id: `r${index}`, status: 'failed' }));
  const time = { now: 1_000 * 24 * HOUR };
  const kept = new Map<string, number>();
  const keepHouse = createHousekeeping({
    now: () => time.now,
    retention: async () => ({ days }),
    last: {
      get: async (key) => kept.get(key),
      put: async (key, at) => {
        kept.set(key, at);
      },
    },
    sweep: async () => {
      did.push('swept');
    },
    due: async (_, most) => old.slice(0, most),
    compact: async (run) => {
      old.splice(0, 1);
      did.push(run);
      return 10;
    },
    compacted: async ({ runs, characters }) => {
      did.push(`told of ${runs.length}, ${characters}`);
    },
  });
  return { did, time, keepHouse };
}

test('drops the texts of old runs a few at a time, and tells of each batch', async () => {
  const { did, keepHouse } = world(7);
  await keepHouse(() => true);
  expect(did).toEqual(['swept', 'r0', 'r1', 'r2', 'r3', 'r4', 'told of 5, 50', 'r5', 'r6', 'told of 2, 20']);
});

test('stops when there is something to do, and goes on the next time', async () => {
  const { did, keepHouse } = world(7);
  let idle = true;
  const once = () => {
    const was = idle;
    idle = false;
    return was;
  };
  await keepHouse(once);
  expect(did.at(-1)).toBe('told of 5, 50');
  await keepHouse(() => true);
  expect(did.at(-1)).toBe('told of 2, 20');
});

test('does nothing again within an hour, and nothing twice at once', async () => {
  const { did, time, keepHouse } = world(0);
  await Promise.all([keepHouse(() => true), keepHouse(() => true)]);
  await keepHouse(() => true);
  expect(did).toEqual(['swept']);
  time.now += HOUR;
  await keepHouse(() => true);
  expect(did).toEqual(['swept', 'swept']);
});

test('drops nothing where texts are kept for ever', async () => {
  const { did, keepHouse } = world(3, 'never');
  await keepHouse(() => true);
  expect(did).toEqual(['swept']);
});
