import { expect, test } from 'vitest';
import { createStorageTrouble } from './storage-trouble.ts';

const FULL = new DOMException('no room', 'QuotaExceededError');

function world() {
  const happened: string[] = [];
  const disk = { full: true };
  const trouble = createStorageTrouble({
    now: () => 1_000,
    tell: async (kind) => {
      happened.push(kind ?? 'over');
    },
    wakeAt: async (moment) => {
      happened.push(`again in ${moment - 1_000}`);
    },
    wait: async (ms) => {
      happened.push(`waited ${ms}`);
    },
    probe: async () => {
      if (disk.full) throw FULL;
    },
  });
  return { trouble, happened, disk };
}

test('tries again ever later, says so once, and says when it is over', async () => {
  const { trouble, happened } = world();
  for (let time = 0; time < 7; time += 1) expect(await trouble.note(FULL)).toBe(true);
  await trouble.worked();
  await trouble.worked();
  expect(happened).toEqual([
    ...['full', 'again in 2000', 'again in 5000', 'again in 15000', 'again in 30000'],
    ...['again in 60000', 'again in 60000', 'again in 60000', 'over'],
  ]);
});

test('tries by itself whether there is room again, and not while all is well', async () => {
  const { trouble, happened, disk } = world();
  expect(await trouble.isOver()).toBe(true);
  await trouble.note(FULL);
  expect(await trouble.isOver()).toBe(false);
  disk.full = false;
  expect(await trouble.isOver()).toBe(true);
  expect(trouble.due()).toBeUndefined();
  expect(happened).toEqual(['full', 'again in 2000', 'again in 5000', 'over']);
});

test('leaves other errors to others', async () => {
  const { trouble, happened } = world();
  expect(await trouble.note(new TypeError('bug'))).toBe(false);
  expect(happened).toEqual([]);
});

test('is patient with a write for which there is no room yet', async () => {
  const { trouble, happened } = world();
  const tries = [FULL, FULL];
  const written = await trouble.patiently(async () => {
    const error = tries.pop();
    if (error) throw error;
    return 'written';
  });
  expect(written).toBe('written');
  expect(happened).toEqual(['full', 'waited 500', 'waited 1000']);
});

test('gives a write up in the end, and any other error at once', async () => {
  const { trouble, happened } = world();
  const failing = (error: unknown) => trouble.patiently(() => Promise.reject(error));
  await expect(failing(FULL)).rejects.toBe(FULL);
  expect(happened).toHaveLength(6);
  await expect(failing(new TypeError('bug'))).rejects.toThrow('bug');
  expect(happened).toHaveLength(6);
});
