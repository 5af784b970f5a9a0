import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStorageHealth } from './storage-health.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function watched() {
  const health = createStorageHealth();
  const seen: string[] = [];
  health.watch(() => seen.push(health.now().kind));
  return { health, seen };
}
const unopened = Object.assign(new Error('Internal error opening backing store'), { name: 'UnknownError' });

test('tells of a store that does not open once it has not opened for a while', () => {
  const { health, seen } = watched();
  health.broke(unopened);
  vi.advanceTimersByTime(2_900);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(health.now()).toMatchObject({ kind: 'read-only', reason: expect.stringContaining('Internal error opening') });
  health.works();
  expect(seen).toEqual(['read-only', 'ok']);
});

test('says nothing of a failure that passes', () => {
  const { health, seen } = watched();
  health.broke(unopened);
  health.works();
  vi.advanceTimersByTime(10_000);
  expect(seen).toEqual(['ok']);
});

test('tells of a full disk as long as the worker says so', () => {
  const { health, seen } = watched();
  health.works();
  health.told('full');
  health.works();
  health.told(undefined);
  expect(seen).toEqual(['ok', 'full', 'ok']);
});

test('stays outdated, whatever comes after', () => {
  const { health, seen } = watched();
  health.works();
  health.outdated();
  health.broke(unopened);
  health.works();
  health.told('full');
  expect(seen).toEqual(['ok', 'outdated']);
});
