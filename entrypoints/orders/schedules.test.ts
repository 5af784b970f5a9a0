import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AGENT } from '#lib/core/label.ts';
import type { ScheduleOrder } from '#lib/core/schedule.ts';
import { freshStore } from '../../tests/support/store.ts';
import { pauseSchedule, removeSchedule, resumeSchedule } from './change-schedule.ts';
import { runScheduleNow } from './run-schedule.ts';
import { saveSchedule } from './save-schedule.ts';

const NOW = Date.parse('2026-11-26T00:30:00Z');
const ORDER: ScheduleOrder = {
  ...{ title: 'Brief', agent: 'researcher@1.0.0', task: 'Brief me', engine: 'basic' },
  inputs: [{ kind: 'tab', tab: 7, url: 'https://news.example/a', title: 'News' }],
  ...{ cadence: { kind: 'interval', minutes: 60, anchor: 0 }, overlap: 'skip', catchUp: 'latest', lookbackHours: 24 },
  ...{ mostCaughtUp: 5, jitterSeconds: 0, pauseAfterFailures: 3 },
};
const NEVER = { kind: 'cron', expression: '0 0 30 2 *', zone: 'UTC' } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a schedule keeps its agent without version, and the addresses of tabs', async () => {
  const { store } = freshStore();
  const id = await saveSchedule(ORDER, store);
  expect(await store.schedules.get(id)).toMatchObject({
    ...{ agent: 'researcher', state: 'on', createdAt: NOW, handledUntil: NOW, dueAt: NOW + 1_800_000 },
    inputs: [{ kind: 'link', url: 'https://news.example/a', text: 'News' }],
  });
  expect(await store.database.audit.toArray()).toMatchObject([
    { what: 'schedule-created', detail: { schedule: id, when: 'every hour, on the hour' } },
  ]);
});

test.each([
  ['a cadence that never comes', { cadence: NEVER }, '"0 0 30 2 *" names a day that no year has.'],
  [
    'a zone that does not exist',
    { cadence: { ...NEVER, expression: '0 8 * * *', zone: 'Mars/Base' } },
    'There is no time zone "Mars/Base".',
  ],
  ['a time that is over', { cadence: { kind: 'once', at: NOW } }, 'That time is over.'],
  ['an agent that is not there', { agent: 'ghost' }, 'There is no agent "ghost".'],
  ['an engine that is not there', { engine: 'gone' }, 'There is no model "gone".'],
] satisfies [string, Partial<ScheduleOrder>, string][])('%s is refused with a sentence', async (_, wrong, sentence) => {
  const { store } = freshStore();
  await expect(saveSchedule({ ...ORDER, ...wrong }, store)).rejects.toThrow(sentence);
  expect(await store.schedules.all()).toEqual([]);
});

test('a one-off that is over may still get another title', async () => {
  const { store } = freshStore();
  const once = { ...ORDER, cadence: { kind: 'once', at: NOW + 60_000 } } as const;
  const id = await saveSchedule(once, store);
  vi.setSystemTime(NOW + 120_000);
  await saveSchedule({ ...once, title: 'New' }, store, { id });
  expect((await store.schedules.get(id))?.title).toBe('New');
});

test('pausing drops what waited, resuming counts from now on, removing keeps the history', async () => {
  const { store } = freshStore();
  const id = await saveSchedule({ ...ORDER, overlap: 'buffer-one' }, store);
  const before = await store.schedules.get(id);
  if (!before) throw new Error('It was saved.');
  const row = { schedule: id, time: NOW + 1, at: NOW, kind: 'buffered', by: 'clock', reason: 'It waits.' } as const;
  await store.schedules.fire({ before, after: { ...before, buffered: NOW + 1 } }, [row]);
  await pauseSchedule(id, store);
  expect(await store.schedules.get(id)).toMatchObject({ state: 'paused', reason: 'You paused it.' });
  expect((await store.schedules.get(id))?.buffered).toBeUndefined();
  expect(await store.schedules.firings(id, 1)).toMatchObject([
    { kind: 'skipped', reason: 'You paused the schedule while it waited.' },
  ]);
  vi.setSystemTime(NOW + 5 * 3_600_000);
  await resumeSchedule(id, store);
  expect(await store.schedules.get(id)).toMatchObject({ state: 'on', handledUntil: NOW + 5 * 3_600_000 });
  await removeSchedule(id, store);
  expect([await store.schedules.all(), (await store.schedules.firings(id, 9)).length]).toEqual([[], 1]);
  expect((await store.database.audit.toArray()).map((one) => one.what)).toEqual([
    ...['schedule-created', 'schedule-buffered', 'schedule-paused', 'schedule-resumed', 'schedule-removed'],
  ]);
});

test('a one-off that is over is not resumed', async () => {
  const { store } = freshStore();
  const id = await saveSchedule({ ...ORDER, cadence: { kind: 'once', at: NOW + 60_000 } }, store);
  await pauseSchedule(id, store);
  vi.setSystemTime(NOW + 120_000);
  await expect(resumeSchedule(id, store)).rejects.toThrow('That time is over.');
});

test('a manual run leaves the cadence untouched, and is the person’s own', async () => {
  const { store } = freshStore();
  const id = await saveSchedule(ORDER, store);
  const before = await store.schedules.get(id);
  await runScheduleNow(id, store);
  expect(await store.schedules.get(id)).toEqual(before);
  const [run] = await store.database.runs.toArray();
  expect(run).toMatchObject({ class: 'interactive', attended: true, title: 'Brief', schedule: { id, time: NOW } });
  expect(await store.schedules.firings(id, 9)).toMatchObject([
    { time: NOW, kind: 'started', by: 'person', run: run?.id, reason: 'You started it.' },
  ]);
  expect(await store.grants.all()).toMatchObject([{ site: 'https://news.example', capability: 'read', run: run?.id }]);
});

test('a manual run that cannot start leaves a row with the reason', async () => {
  const { store } = freshStore();
  const id = await saveSchedule(ORDER, store);
  const saved = await store.schedules.get(id);
  if (saved) await store.schedules.put({ ...saved, engine: 'gone' });
  await expect(runScheduleNow(id, store)).rejects.toThrow('There is no model "gone".');
  expect(await store.schedules.firings(id, 9)).toMatchObject([
    { kind: 'failed', by: 'person', reason: expect.stringContaining('There is no model "gone".') },
  ]);
});

test('a run for a task that an agent proposed says whose words it is', async () => {
  const { store } = freshStore();
  const id = await saveSchedule(ORDER, store, { id: 'schedule-p', proposed: { by: 'run-1', label: AGENT } });
  await runScheduleNow(id, store);
  const [run] = await store.database.runs.toArray();
  expect((await store.journal.fold(run?.id ?? ''))?.taskLabel).toEqual(AGENT);
});

test('a proposal that is repeated creates one schedule', async () => {
  const { store } = freshStore();
  const proposed = { id: 'schedule-p', proposed: { by: 'run-1', label: AGENT } };
  await saveSchedule(ORDER, store, proposed);
  await pauseSchedule('schedule-p', store);
  await saveSchedule(ORDER, store, proposed);
  expect(await store.schedules.all()).toMatchObject([{ state: 'paused', reason: 'You paused it.' }]);
});
