import type { Firing, Schedule } from '#lib/core/schedule.ts';
import { changed } from './lifecycle.ts';
import { isToBePlanned, type PlannedFiring, planSchedule } from './plan.ts';

const MINUTE = 60_000;

/** What happens to a computer: it is up, sleeps, its clock is set, a run ends, the person moves to another zone. */
export type Turn =
  | { kind: 'up'; minutes: number }
  | { kind: 'asleep'; minutes: number }
  | { kind: 'clock'; minutes: number }
  | { kind: 'run-ends' }
  | { kind: 'moves'; zone: string };

/** One wake: what the schedule was before, what it is after, and what was planned. */
export type Wake = {
  now: number;
  before: Schedule;
  after: Schedule;
  live: number;
  fired: ReadonlySet<number>;
  firings: readonly PlannedFiring[];
};

/** A computer with one schedule: keeps rows and runs as the store does, and wakes as the alarms do. */
export function createComputer(first: Schedule, start: number) {
  let [now, schedule] = [start, first];
  let live: { time: number; stopping: boolean }[] = [];
  const rows = new Map<number, Firing>();
  const wakes: Wake[] = [];
  let lived = 0;

  function wake(): void {
    // Runs that were told to stop have ended by the next wake.
    live = live.filter((run) => !run.stopping);
    const running = live.map((run) => ({ id: String(run.time), status: 'running' as const }));
    if (!isToBePlanned(schedule, now, running)) return;
    const before = schedule;
    const fired = new Set(
      [...rows.values()]
        .filter((row) => row.time > before.handledUntil && row.time <= now && row.kind !== 'skipped')
        .map((row) => row.time),
    );
    const { firings, schedule: after } = planSchedule({ schedule, now, live: running, fired, zone: 'UTC' });
    wakes.push({ now, before, after, live: live.length, fired, firings });
    for (const one of firings) {
      const there = rows.get(one.time)?.kind;
      if (there === 'started' || (there === 'buffered' && one.kind === 'buffered')) continue;
      rows.set(one.time, one);
      for (const run of live) if (one.stops?.includes(String(run.time))) run.stopping = true;
      if (one.kind === 'started') live.push({ time: one.time, stopping: false });
    }
    schedule = after;
  }

  /** The alarm for the next due time wakes it, a little late. */
  function up(minutes: number): void {
    const until = now + minutes * MINUTE;
    while (schedule.dueAt !== undefined && schedule.dueAt <= until) {
      now = Math.max(now, schedule.dueAt) + 20_000;
      const before = schedule.dueAt;
      wake();
      if (schedule.dueAt === before) throw new Error('It is due for ever.');
    }
    now = Math.max(now, until);
  }

  return {
    rows,
    wakes,
    now: () => now,
    livedMinutes: () => lived,
    turn: (turn: Turn): void => {
      switch (turn.kind) {
        case 'up':
          up(turn.minutes);
          lived += turn.minutes;
          break;
        case 'asleep':
        case 'clock':
          now += turn.minutes * MINUTE;
          if (turn.kind === 'asleep') lived += turn.minutes;
          break;
        case 'run-ends':
          live = live.slice(1);
          break;
        case 'moves':
          if (schedule.cadence.kind === 'cron')
            schedule = changed(schedule, { ...schedule, cadence: { ...schedule.cadence, zone: turn.zone } }, now);
      }
      wake();
    },
  };
}
