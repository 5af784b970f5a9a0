import { paused, resumed } from '#lib/agents/schedules/lifecycle.ts';
import { problemOf } from '#lib/agents/schedules/next-due.ts';
import type { Schedule } from '#lib/core/schedule.ts';
import { clock } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';
import { note } from './save-schedule.ts';

/** Pausing, resuming and removing a schedule. Runs that it has started go on. One that is not there any more is left alone. */
export async function pauseSchedule(id: string, store: Store): Promise<void> {
  await change(id, store, async (schedule) => {
    await dropBuffered(schedule, 'You paused the schedule while it waited.', store);
    const after = paused(schedule, 'You paused it.');
    await store.schedules.put(after);
    await note('schedule-paused', after, store);
  });
}

/** Throws, in words, where no time is to come any more. */
export async function resumeSchedule(id: string, store: Store): Promise<void> {
  await change(id, store, async (schedule) => {
    if (schedule.state === 'on') return;
    const problem = problemOf(schedule.cadence, clock.now());
    if (problem) throw new Error(problem);
    const after = resumed(schedule, clock.now());
    await store.schedules.put(after);
    await note('schedule-resumed', after, store);
  });
}

export async function removeSchedule(id: string, store: Store): Promise<void> {
  await change(id, store, async (schedule) => {
    await dropBuffered(schedule, 'You removed the schedule while it waited.', store);
    await store.schedules.remove(id);
    await note('schedule-removed', schedule, store);
  });
}

async function change(id: string, { database, schedules }: Store, work: (schedule: Schedule) => Promise<void>) {
  const tables = [database.schedules, database.firings, database.audit];
  await database.transaction('rw', tables, async () => {
    const schedule = await schedules.get(id);
    if (schedule) await work(schedule);
  });
}

/** What waits for a run to end will not start, and its row says so. */
async function dropBuffered({ id, buffered }: Schedule, reason: string, { database }: Store): Promise<void> {
  if (buffered === undefined) return;
  await database.firings.update([id, buffered], { kind: 'skipped', reason, at: clock.now() });
}
