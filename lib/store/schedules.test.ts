import { expect, test } from 'vitest';
import type { NewFiring } from '#lib/core/ports.ts';
import type { Schedule } from '#lib/core/schedule.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';

const SCHEDULE: Schedule = {
  ...{ id: 's', title: 'Brief', agent: 'researcher', task: 'Brief me', inputs: [], engine: 'basic' },
  ...{ cadence: { kind: 'interval', minutes: 60, anchor: 0 }, overlap: 'skip', catchUp: 'latest', lookbackHours: 24 },
  ...{ mostCaughtUp: 5, jitterSeconds: 0, pauseAfterFailures: 3, failures: 0, state: 'on', reason: '' },
  ...{ createdAt: 0, handledUntil: 0, dueAt: 100 },
};
const after = (facts: Partial<Schedule>): Schedule => ({ ...SCHEDULE, handledUntil: 100, dueAt: 200, ...facts });
const firing = (more: Partial<NewFiring> = {}): NewFiring => ({
  ...{ schedule: 's', time: 100, at: 101, kind: 'started', by: 'clock', reason: 'It was due.' },
  ...more,
});
const starting = (run: string, more: Partial<NewFiring> = {}): NewFiring =>
  firing({
    run,
    start: {
      run: newRun({ id: run, schedule: { id: 's', time: 100 } }),
      grants: [
        {
          id: `g-${run}`,
          agent: 'researcher',
          capability: 'read',
          site: 'https://news.example',
          mode: 'run',
          run,
          createdAt: 0,
          usedAt: 0,
        },
      ],
    },
    ...more,
  });

async function withSchedule(name?: string) {
  const fresh = freshStore(name);
  await fresh.store.schedules.put(SCHEDULE);
  return fresh;
}

test('writes the row, the run, its grants and the schedule as one', async () => {
  const { store } = await withSchedule();
  const next = after({});
  expect(await store.schedules.fire({ before: SCHEDULE, after: next }, [starting('run-1')])).toEqual(['run-1']);
  expect(await store.schedules.get('s')).toEqual(next);
  expect(await store.schedules.firings('s', 10)).toMatchObject([{ time: 100, kind: 'started', run: 'run-1' }]);
  expect((await store.database.runs.get('run-1'))?.status).toBe('queued');
  expect(await store.database.grants.get('g-run-1')).toBeDefined();
  expect((await store.database.audit.toArray()).map((row) => [row.what, row.run])).toEqual([
    ['grant-set', 'run-1'],
    ['schedule-started', 'run-1'],
  ]);
});

test('two wakes in the same instant start nothing twice', async () => {
  const { store, name } = await withSchedule();
  const other = freshStore(name).store;
  const started = await Promise.all([
    store.schedules.fire({ before: SCHEDULE, after: after({}) }, [starting('run-1')]),
    other.schedules.fire({ before: SCHEDULE, after: after({}) }, [starting('run-2')]),
  ]);
  expect(started.flat()).toHaveLength(1);
  expect(await store.database.runs.count()).toBe(1);
  expect(await store.database.firings.count()).toBe(1);
});

test('a time that has had its run starts none again, whatever the schedule says', async () => {
  const { store } = await withSchedule();
  await store.schedules.fire({ before: SCHEDULE, after: SCHEDULE }, [starting('run-1')]);
  expect(await store.schedules.fire({ before: SCHEDULE, after: SCHEDULE }, [starting('run-2')])).toEqual([]);
  expect((await store.schedules.firings('s', 10)).map((row) => row.run)).toEqual(['run-1']);
});

test('a schedule that the person changed in between is left as it is', async () => {
  const { store } = await withSchedule();
  const paused: Schedule = { ...SCHEDULE, state: 'paused', reason: 'You paused it.' };
  await store.schedules.put(paused);
  expect(await store.schedules.fire({ before: SCHEDULE, after: after({}) }, [starting('run-1')])).toEqual([]);
  expect(await store.schedules.get('s')).toEqual(paused);
  expect(await store.database.runs.count()).toBe(0);
});

test('a skipped or a buffered time may still get its run, and tells so in one row', async () => {
  const { store } = await withSchedule();
  for (const kind of ['skipped', 'buffered'] as const) {
    const time = kind === 'skipped' ? 100 : 200;
    await store.schedules.fire({ before: SCHEDULE, after: SCHEDULE }, [firing({ kind, time })]);
    expect(await store.schedules.fired('s', 0, 300)).toHaveLength(kind === 'skipped' ? 0 : 2);
    await store.schedules.fire({ before: SCHEDULE, after: SCHEDULE }, [starting(`run-${kind}`, { time })]);
  }
  expect((await store.schedules.firings('s', 10)).map((row) => [row.time, row.kind])).toEqual([
    [200, 'started'],
    [100, 'started'],
  ]);
});

test('stops the run before it, with all that it handed on', async () => {
  const { store } = await withSchedule();
  await store.journal.create(newRun({ id: 'old' }));
  await store.journal.create(newRun({ id: 'child', parent: 'old' }));
  await store.schedules.fire({ before: SCHEDULE, after: after({}) }, [starting('run-1', { stops: ['old'] })]);
  const rows = await store.database.runs.toArray();
  expect(rows.filter((row) => row.stopping).map((row) => row.id)).toEqual(['child', 'old']);
  expect((await store.journal.fold('old'))?.stoppedBecause).toContain('schedule was due again');
});

test('counts each run that ended once, in the order in which they ended', async () => {
  const { store, time } = await withSchedule();
  await store.schedules.fire({ before: SCHEDULE, after: SCHEDULE }, [starting('a'), starting('b', { time: 200 })]);
  const counted: string[] = [];
  const count = (of?: number) =>
    store.schedules.count(
      's',
      (schedule, ends) => {
        counted.push(...ends.map((one) => `${one.state}: ${one.reason}`));
        return { ...schedule, failures: schedule.failures + ends.length };
      },
      of,
    );
  await count();
  time.now = 2_000;
  await store.journal.append('b', [{ kind: 'run-ended', state: 'failed', reason: 'B' }]);
  time.now = 3_000;
  await store.journal.append('a', [{ kind: 'run-ended', state: 'succeeded', reason: 'A' }]);
  await count(200);
  await count();
  await count();
  expect(counted).toEqual(['failed: B', 'succeeded: A']);
  expect((await store.schedules.get('s'))?.failures).toBe(2);
  expect((await store.schedules.firings('s', 10)).map((row) => row.ended)).toEqual(['failed', 'succeeded']);
});

test('a schedule that pauses itself is in the audit with its reason', async () => {
  const { store } = await withSchedule();
  const paused = after({ state: 'paused', reason: 'There is no agent "ghost".' });
  await store.schedules.fire({ before: SCHEDULE, after: paused }, [firing({ kind: 'failed', reason: paused.reason })]);
  expect((await store.database.audit.toArray()).map((row) => [row.what, row.detail.reason])).toEqual([
    ['schedule-failed', paused.reason],
    ['schedule-paused', paused.reason],
  ]);
});

test('keeps the history of a schedule that was removed', async () => {
  const { store } = await withSchedule();
  await store.schedules.fire({ before: SCHEDULE, after: SCHEDULE }, [starting('run-1')]);
  await store.schedules.remove('s');
  expect(await store.schedules.get('s')).toBeUndefined();
  expect(await store.schedules.firings('s', 10)).toHaveLength(1);
  await store.journal.append('run-1', [{ kind: 'run-ended', state: 'failed', reason: 'B' }]);
  expect(await store.schedules.count('s', (one) => one, 100)).toBeUndefined();
});

test('a row that cannot be read is set aside and holds up no other', async () => {
  const { store } = await withSchedule();
  await store.database.schedules.put({ id: 'broken' } as never);
  expect((await store.schedules.all()).map((one) => one.id)).toEqual(['s']);
});
