import { knock } from '#lib/bus/messages.ts';
import type { Act } from '#lib/core/person.ts';
import type { Store } from '#lib/store/index.ts';

type Acts = Pick<Act, 'saveSchedule' | 'removeSchedule' | 'pauseSchedule' | 'resumeSchedule' | 'runSchedule'>;

const changes = () => import('../../orders/change-schedule.ts');

/** What a person does to schedules. Reading cron expressions is loaded with the first of them. */
export function createScheduleActs(store: Store): Acts {
  const then = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    await knock();
    return done;
  };
  return {
    saveSchedule: async (order, id) => {
      const { saveSchedule } = await import('../../orders/save-schedule.ts');
      return then(saveSchedule(order, store, { id }));
    },
    removeSchedule: async (id) => then((await changes()).removeSchedule(id, store)),
    pauseSchedule: async (id) => then((await changes()).pauseSchedule(id, store)),
    resumeSchedule: async (id) => then((await changes()).resumeSchedule(id, store)),
    runSchedule: async (id) => {
      const { runScheduleNow } = await import('../../orders/run-schedule.ts');
      return then(runScheduleNow(id, store));
    },
  };
}
