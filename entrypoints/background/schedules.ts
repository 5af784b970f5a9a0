import { afterEnds } from '#lib/agents/schedules/lifecycle.ts';
import { isToBePlanned, type PlannedFiring, planSchedule } from '#lib/agents/schedules/plan.ts';
import type { Journal, NewFiring, Schedules } from '#lib/core/ports.ts';
import type { RunRow, RunState } from '#lib/core/run.ts';
import type { Schedule } from '#lib/core/schedule.ts';

/** A schedule that is still due after it was dealt with met with trouble: it is tried again after this, ms. */
const AGAIN_MS = 60_000;

export type SchedulePorts = {
  schedules: Pick<Schedules, 'all' | 'fire' | 'fired' | 'count'>;
  journal: Pick<Journal, 'live'>;
  now: () => number;
  zone: () => string;
  /** The run of a schedule for one of its times. Throws, in words, where none can start. */
  runOf: (
    schedule: Schedule,
    of: { time: number; class: 'background' | 'catch-up' },
  ) => Promise<NonNullable<NewFiring['start']>>;
  /** Runs were told to stop. */
  stopped: () => void;
  /** Told of a schedule that could not be dealt with, with the error. */
  stumbled: (schedule: string, error: unknown) => void;
};

/**
 * Starts what is due, on each wake. Everything that matters stands in the database: the grid in the schedules, what came of each
 * time in the firings. A wake that dies halfway has written all of one schedule's times or none.
 */
export function createScheduling(ports: SchedulePorts) {
  let known: readonly Schedule[] = [];
  /** The first wake of a worker looks at all of them: the last one may have been killed before it counted a run. */
  let isFirst = true;

  async function wake(rows: readonly RunRow[]): Promise<void> {
    known = await ports.schedules.all();
    const due = known.filter((one) => isFirst || isToBePlanned(one, ports.now(), liveOf(one, rows)));
    isFirst = false;
    for (const one of due) await plan(one).catch((error: unknown) => ports.stumbled(one.id, error));
    if (due.length > 0) known = await ports.schedules.all();
  }

  async function plan(stored: Schedule): Promise<void> {
    const before = await ports.schedules.count(stored.id, afterEnds);
    if (!before) return;
    const now = ports.now();
    // What is live now: the rows of this wake may be older than a run that the person has just started.
    const live = liveOf(before, await ports.journal.live());
    const fired = new Set(await ports.schedules.fired(before.id, before.handledUntil, now));
    const { firings, schedule: after } = planSchedule({
      ...{ schedule: before, now, live, fired, zone: ports.zone() },
      barred: await whyNot(before, now),
    });
    if (firings.length === 0 && JSON.stringify(after) === JSON.stringify(before)) return;
    await ports.schedules.fire({ before, after }, await Promise.all(firings.map((one) => withRun(one, before))));
    if (firings.some((one) => one.stops)) ports.stopped();
  }

  async function withRun({ late, ...row }: PlannedFiring, schedule: Schedule): Promise<NewFiring> {
    if (row.kind !== 'started') return row;
    const start = await ports.runOf(schedule, { time: row.time, class: late ? 'catch-up' : 'background' });
    return { ...row, run: start.run.id, start };
  }

  async function whyNot(schedule: Schedule, time: number): Promise<string | undefined> {
    return ports.runOf(schedule, { time, class: 'background' }).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  }

  return {
    wake,
    /** Counts how a run of a schedule ended, so that one that keeps failing pauses. */
    ended: async ({ schedule }: Pick<RunState, 'schedule'>): Promise<void> => {
      if (schedule) await ports.schedules.count(schedule.id, afterEnds, schedule.time);
    },
    /** When the next wake is needed, as of the last one, ms since the epoch; `undefined` where no schedule is on. */
    dueAt: (): number | undefined => {
      const now = ports.now();
      const times = known.flatMap((one) => (one.state === 'on' && one.dueAt !== undefined ? [one.dueAt] : []));
      return times.length === 0 ? undefined : Math.min(...times.map((at) => (at <= now ? now + AGAIN_MS : at)));
    },
  };
}

const liveOf = (schedule: Schedule, rows: readonly RunRow[]): RunRow[] =>
  rows.filter((row) => row.schedule?.id === schedule.id);
