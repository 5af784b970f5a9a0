import type { RunClass } from '#lib/core/event.ts';
import type { Schedule } from '#lib/core/schedule.ts';
import { clock } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';
import { type Prepared, prepareRun } from './prepare-run.ts';

/** The run of a schedule for one of its times. Nobody is there to answer, unless the person started it. Throws like `prepareRun`. */
export async function runOf(
  schedule: Schedule,
  of: { time: number; class: RunClass },
  store: Store,
): Promise<Prepared> {
  const { agent, task, title, inputs, engine, taskLabel, budget } = schedule;
  const order = { agent, task, title, inputs, engine, ...(taskLabel && { taskLabel }), ...(budget && { budget }) };
  const attended = of.class === 'interactive';
  return prepareRun({ ...order, class: of.class, attended, schedule: { id: schedule.id, time: of.time } }, store);
}

/** Starts a run of a schedule now, whatever its state; its cadence stays as it is. A row tells of it, also where it could not start. */
export async function runScheduleNow(id: string, store: Store): Promise<void> {
  const schedule = await store.schedules.get(id);
  if (!schedule) throw new Error('This schedule is not there any more.');
  const time = clock.now();
  const row = { schedule: id, time, at: time, by: 'person' as const };
  const same = { before: schedule, after: schedule };
  const start = await runOf(schedule, { time, class: 'interactive' }, store).catch(async (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    await store.schedules.fire(same, [{ ...row, kind: 'failed', reason }]);
    throw error;
  });
  const fired = { ...row, kind: 'started' as const, reason: 'You started it.', run: start.run.id, start };
  const [run] = await store.schedules.fire(same, [fired]);
  // The worker dealt with a due time of it at this very moment: it is another row now.
  if (run === undefined) await runScheduleNow(id, store);
}
