import type { Schedule } from '#lib/core/schedule.ts';
import { words } from '../strings/schedules.ts';
import { t } from '../strings.ts';
import type { Action } from './action.ts';
import type { App } from './app.ts';
import { orderOf } from './new-schedule.ts';
import { editScheduleHash } from './route.ts';

type Needs = Pick<App, 'act' | 'router' | 'toasts'>;

/** What a person can do with a schedule: start it now, pause it or let it go on, change it, remove it with a way back. */
export function scheduleActions(
  schedule: Schedule,
  { act, router, toasts }: Needs,
): { buttons: Action[]; remove: Action } {
  const { id, title, state, taskLabel } = schedule;
  const failed = (error: unknown) =>
    toasts.show(t.common.failed(error instanceof Error ? error.message : String(error)));
  const does = (work: () => Promise<unknown>) => () => void work().catch(failed);
  const runNow = async () => {
    await act.runSchedule(id);
    toasts.show(words.started);
  };
  const giveBack = async () => {
    await act.saveSchedule(orderOf(schedule), id);
    if (state === 'paused') await act.pauseSchedule(id);
  };
  const remove = async () => {
    await act.removeSchedule(id);
    router.go('#/schedules');
    // A time that is over can't be set again, and an agent's words would come back as the person's own.
    const canUndo = state !== 'done' && taskLabel === undefined;
    toasts.show(words.removed(title), canUndo ? { label: t.common.undo, run: does(giveBack) } : undefined);
  };
  const toggle: Action =
    state === 'on'
      ? { name: words.pause, icon: 'pause', run: does(() => act.pauseSchedule(id)) }
      : { name: words.resume, icon: 'play', run: does(() => act.resumeSchedule(id)) };
  return {
    buttons: [
      { name: words.runNow, icon: 'play', run: does(runNow) },
      // What is over has no time to go on with until it is given one.
      ...(state === 'done' ? [] : [toggle]),
      { name: words.edit, icon: 'penLine', key: 'edit', run: () => router.go(editScheduleHash(id)) },
    ],
    remove: { name: words.remove, icon: 'x', tone: 'danger', run: does(remove) },
  };
}
