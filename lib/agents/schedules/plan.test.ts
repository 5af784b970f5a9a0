import { expect, test } from 'vitest';
import { type Schedule, scheduleOrder } from '#lib/core/schedule.ts';
import { created, resumed } from './lifecycle.ts';
import { isToBePlanned, planSchedule } from './plan.ts';
import { anySchedule, at } from './schedule.test-support.ts';

const HOUR = 3_600_000;
type More = Partial<Parameters<typeof planSchedule>[0]>;
const plan = (schedule: Schedule, now: string, more: More = {}) =>
  planSchedule({ schedule, now: at(now), live: [], fired: new Set(), zone: 'UTC', ...more });
/** What became of each time, "08:00 started". */
const told = ({ firings }: ReturnType<typeof plan>) =>
  firings.map((one) => `${new Date(one.time).toISOString().slice(11, 16)} ${one.kind}`);
const running = { id: 'run-1', status: 'running' } as const;

test('a time that is due starts a run, and the next one is known', () => {
  const { firings, schedule } = plan(anySchedule(), '2026-11-26T01:00:20Z');
  expect(firings).toMatchObject([
    { time: at('2026-11-26T01:00Z'), kind: 'started', by: 'clock', reason: 'It was due.' },
  ]);
  expect(schedule).toMatchObject({ handledUntil: at('2026-11-26T01:00Z'), dueAt: at('2026-11-26T02:00Z') });
});

test('nothing happens before a time is due', () => {
  const schedule = anySchedule({ dueAt: at('2026-11-26T01:00Z') });
  expect(isToBePlanned(schedule, at('2026-11-26T00:59:59Z'), [])).toBe(false);
  expect(plan(schedule, '2026-11-26T00:59:59Z')).toEqual({ firings: [], schedule });
});

test('a time that was dealt with is not due again, nor when the clock is put back a little', () => {
  const { schedule } = plan(anySchedule(), '2026-11-26T03:00:01Z');
  expect(plan(schedule, '2026-11-26T03:00:01Z').firings).toEqual([]);
  expect(plan(schedule, '2026-11-26T01:30Z').firings).toEqual([]);
});

test('sixteen missed times start one run at start, and each leaves a row', () => {
  const { firings } = plan(anySchedule(), '2026-11-26T16:30Z');
  expect(firings.filter((one) => one.kind === 'started')).toMatchObject([
    { time: at('2026-11-26T16:00Z'), by: 'catch-up', reason: 'It was missed, and is made up for.' },
  ]);
  expect(firings.filter((one) => one.kind === 'skipped')).toHaveLength(15);
  expect(firings[0]?.reason).toBe(
    'It was missed: the browser was closed or the computer slept. Only the newest missed time is made up for.',
  );
});

test('missed times are left out where the schedule says so, and the one that is due now still starts', () => {
  const schedule = anySchedule({ catchUp: 'skip' });
  expect(told(plan(schedule, '2026-11-26T03:30Z'))).toEqual(['01:00 skipped', '02:00 skipped', '03:00 skipped']);
  expect(told(plan(schedule, '2026-11-26T03:01Z'))).toEqual(['01:00 skipped', '02:00 skipped', '03:00 started']);
});

test('all missed times are made up for up to a cap, the newest ones, oldest first', () => {
  const schedule = anySchedule({ catchUp: 'all', mostCaughtUp: 2, overlap: 'allow' });
  expect(told(plan(schedule, '2026-11-26T04:30Z'))).toEqual([
    '01:00 skipped',
    '02:00 skipped',
    '03:00 started',
    '04:00 started',
  ]);
});

test('a time that was missed longer ago than the lookback is skipped', () => {
  const { firings } = plan(anySchedule({ lookbackHours: 2, catchUp: 'all', overlap: 'allow' }), '2026-11-26T04:30Z');
  expect(firings.map((one) => one.kind)).toEqual(['skipped', 'skipped', 'started', 'started']);
  expect(firings[0]?.reason).toBe('It was missed, more than 2 hours ago, which is as far back as this schedule looks.');
});

test('a missed run does not pause a schedule', () => {
  expect(plan(anySchedule({ catchUp: 'skip' }), '2026-11-30T00:30Z').schedule.state).toBe('on');
});

test('a six-hour interval fires on a machine that is up four hours a day', () => {
  let schedule = anySchedule({ cadence: { kind: 'interval', minutes: 360, anchor: 0 } });
  const started: string[] = [];
  for (let day = 26; day < 30; day += 1) {
    for (let hour = 9; hour < 13; hour += 1) {
      const done = plan(schedule, `2026-11-${day}T${String(hour).padStart(2, '0')}:01Z`);
      schedule = done.schedule;
      for (const one of done.firings)
        if (one.kind === 'started') started.push(new Date(one.time).toISOString().slice(8, 13));
    }
  }
  expect(started).toEqual(['26T06', '26T12', '27T06', '27T12', '28T06', '28T12', '29T06', '29T12']);
});

test('a new schedule fires for no time before it was made, a resumed one for none before it was resumed', () => {
  const order = scheduleOrder.parse(anySchedule({ catchUp: 'all' }));
  const fresh = created(order, 'new', at('2026-11-26T05:30Z'));
  expect(plan(fresh, '2026-11-26T05:59Z').firings).toEqual([]);
  expect(told(plan(fresh, '2026-11-26T06:00Z'))).toEqual(['06:00 started']);
  const again = resumed(anySchedule({ state: 'paused', catchUp: 'all' }), at('2026-11-26T09:30Z'));
  expect(told(plan(again, '2026-11-26T10:00Z'))).toEqual(['10:00 started']);
});

test('a schedule that is paused does nothing', () => {
  const schedule = anySchedule({ state: 'paused' });
  expect(plan(schedule, '2026-11-26T04:00Z')).toEqual({ firings: [], schedule });
  expect(isToBePlanned(schedule, at('2026-11-26T04:00Z'), [])).toBe(false);
});

test('a long gap is summed up in one row beside the newest ones', () => {
  const { firings } = plan(anySchedule({ cadence: { kind: 'interval', minutes: 1, anchor: 0 } }), '2026-11-27T00:00Z');
  const [sum, ...rest] = firings;
  expect(sum).toMatchObject({
    ...{ time: at('2026-11-26T23:30Z') + 1, kind: 'skipped' },
    sums: { count: 1410, first: at('2026-11-26T00:01Z') },
    reason: expect.stringContaining(
      '1410 due times from Thu 26 Nov 2026, 00:01 to Thu 26 Nov 2026, 23:30, summed up here.',
    ),
  });
  expect(rest).toHaveLength(30);
});

test('skips a time while the run before it has not ended, and says what that waits for', () => {
  const waiting = { ...running, status: 'waiting', waitingOn: 'approval' } as const;
  const { firings } = plan(anySchedule(), '2026-11-26T01:00Z', { live: [waiting] });
  expect(firings).toMatchObject([{ kind: 'skipped', reason: 'The run before it still waits for your answer.' }]);
});

test('buffers one time, skips the next, and starts the buffered one when the run before it has ended', () => {
  const first = plan(anySchedule({ overlap: 'buffer-one' }), '2026-11-26T01:00Z', { live: [running] });
  expect(told(first)).toEqual(['01:00 buffered']);
  const second = plan(first.schedule, '2026-11-26T02:00Z', { live: [running] });
  expect(told(second)).toEqual(['02:00 skipped']);
  expect(isToBePlanned(second.schedule, at('2026-11-26T02:10Z'), [running])).toBe(false);
  expect(isToBePlanned(second.schedule, at('2026-11-26T02:10Z'), [])).toBe(true);
  const third = plan(second.schedule, '2026-11-26T02:10Z');
  expect(told(third)).toEqual(['01:00 started']);
  expect(third.schedule.buffered).toBeUndefined();
});

test('stops the run before it where the schedule says so', () => {
  const { firings } = plan(anySchedule({ overlap: 'cancel-other' }), '2026-11-26T01:00Z', { live: [running] });
  expect(firings).toMatchObject([{ kind: 'started', stops: ['run-1'] }]);
  expect(firings[0]?.reason).toBe('It was due. The run before it, which has not ended, was stopped for it.');
});

test('of several times that would stop each other at once only the last starts', () => {
  const schedule = anySchedule({ overlap: 'cancel-other', catchUp: 'all' });
  expect(told(plan(schedule, '2026-11-26T02:30Z'))).toEqual(['01:00 skipped', '02:00 started']);
});

test('starts beside the run before it where the schedule allows that', () => {
  expect(told(plan(anySchedule({ overlap: 'allow' }), '2026-11-26T01:00Z', { live: [running] }))).toEqual([
    '01:00 started',
  ]);
});

test('a schedule whose agent was removed fails at its time with the reason, and pauses', () => {
  const barred = 'There is no agent "ghost".';
  const { firings, schedule } = plan(anySchedule({ agent: 'ghost' }), '2026-11-26T01:00Z', { barred });
  expect(firings).toMatchObject([{ kind: 'failed', reason: barred }]);
  expect(schedule).toMatchObject({ state: 'paused', reason: barred, handledUntil: at('2026-11-26T01:00Z') });
  expect(schedule.dueAt).toBeUndefined();
});

test('a cadence that became invalid pauses its schedule with the reason', () => {
  const cadence = { kind: 'cron', expression: '0 8 * * *', zone: 'Europe/Atlantis' } as const;
  const { firings, schedule } = plan(anySchedule({ cadence }), '2026-11-26T09:00Z');
  expect(firings).toMatchObject([{ kind: 'failed', reason: 'There is no time zone "Europe/Atlantis".' }]);
  expect(schedule).toMatchObject({ state: 'paused', reason: 'There is no time zone "Europe/Atlantis".' });
});

test('a one-off is done after its time, and says how that went', () => {
  const once = anySchedule({ cadence: { kind: 'once', at: at('2026-11-26T08:00Z') } });
  expect(plan(once, '2026-11-26T08:00Z').schedule).toMatchObject({ state: 'done', reason: 'It ran at its time.' });
  const missed = plan({ ...once, catchUp: 'skip' }, '2026-11-26T12:00Z');
  expect(missed.firings).toMatchObject([{ kind: 'skipped' }]);
  expect(missed.schedule).toMatchObject({ state: 'done', reason: expect.stringContaining('It was missed') });
});

test('a one-off that waits for the run before it still runs', () => {
  const once = anySchedule({ cadence: { kind: 'once', at: at('2026-11-26T08:00Z') }, overlap: 'buffer-one' });
  const first = plan(once, '2026-11-26T08:00Z', { live: [running] });
  expect(isToBePlanned(first.schedule, at('2026-11-26T08:05Z'), [])).toBe(true);
  expect(told(plan(first.schedule, '2026-11-26T08:05Z'))).toEqual(['08:00 started']);
});

test('a clock that was put back a year is noticed and mended, with a row that says so', () => {
  const schedule = anySchedule({ dueAt: at('2026-11-26T01:00Z') });
  expect(isToBePlanned(schedule, at('2025-11-26T00:10Z'), [])).toBe(true);
  const { firings, schedule: after } = plan(schedule, '2025-11-26T00:10Z');
  expect(firings).toMatchObject([
    {
      kind: 'skipped',
      reason:
        'The clock of this computer was put back: due times up to Thu 26 Nov 2026, 00:00 had been dealt with. From now on they count again.',
    },
  ]);
  expect(after).toMatchObject({ handledUntil: at('2025-11-26T00:10Z'), dueAt: at('2025-11-26T01:00Z') });
});

test('a clock that was put back brings no time twice that has had its run', () => {
  const fired = new Set([at('2026-11-26T02:00Z'), at('2026-11-26T03:00Z')]);
  const back = anySchedule({ handledUntil: at('2025-11-26T00:00Z'), catchUp: 'all' });
  const { firings } = plan(back, '2026-11-26T03:30Z', { fired });
  expect(firings.filter((one) => one.kind === 'started').map((one) => one.time)).toEqual([at('2026-11-25T23:00Z')]);
  expect(firings.some((one) => fired.has(one.time))).toBe(false);
});

test('jitter moves a start by a share that is the schedule’s own, and the row keeps the scheduled time', () => {
  const schedule = anySchedule({ jitterSeconds: 3600, cadence: { kind: 'interval', minutes: 1440, anchor: 0 } });
  const { dueAt = 0 } = resumed(schedule, at('2026-11-26T12:00Z'));
  const share = dueAt - at('2026-11-27T00:00Z');
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(HOUR);
  const again = resumed(schedule, at('2026-11-26T12:00Z'));
  expect(again.dueAt).toBe(dueAt);
  expect(planSchedule({ schedule: again, now: dueAt - 1, live: [], fired: new Set(), zone: 'UTC' }).firings).toEqual(
    [],
  );
  const due = planSchedule({ schedule: again, now: dueAt, live: [], fired: new Set(), zone: 'UTC' });
  expect(due.firings).toMatchObject([{ time: at('2026-11-27T00:00Z'), by: 'clock', kind: 'started' }]);
});

test('jitter spreads schedules of one minute over its span', () => {
  const shares = Array.from({ length: 200 }, (_, index) => {
    const schedule = anySchedule({ id: `schedule-${index}`, jitterSeconds: 100 });
    return (resumed(schedule, at('2026-11-26T00:30Z')).dueAt ?? 0) - at('2026-11-26T01:00Z');
  });
  for (let part = 0; part < 4; part += 1) {
    const inside = shares.filter((share) => share >= part * 25_000 && share < (part + 1) * 25_000);
    expect(inside.length).toBeGreaterThan(25);
  }
});
