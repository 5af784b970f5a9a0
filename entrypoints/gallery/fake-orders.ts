import type { Happening } from '#lib/core/event.ts';
import type { Act } from '#lib/core/person.ts';
import type { Schedule } from '#lib/core/schedule.ts';
import { happened } from './data/journal.ts';
import type { Deed, FakePerson } from './fake-person.ts';

type World = {
  did: (deed: Deed) => void;
  append: (run: string, happening: Happening) => void;
  change: FakePerson['change'];
};

type Orders = Pick<
  Act,
  | 'setBudget'
  | 'retry'
  | 'fork'
  | 'continueRun'
  | 'saveSchedule'
  | 'removeSchedule'
  | 'pauseSchedule'
  | 'resumeSchedule'
  | 'runSchedule'
  | 'setRetention'
  | 'setLimits'
  | 'setPrice'
>;

/** What a fake person orders anew (again, from a step on, on a schedule) and what it may cost. */
export function fakeOrders({ did, append, change }: World): Orders {
  const changeSchedule = (id: string, patch: Partial<Schedule>) =>
    change(({ schedules }) => ({ schedules: schedules.map((one) => (one.id === id ? { ...one, ...patch } : one)) }));
  /** A new run like an old one, with what is different about it. */
  const begin = (run: string, more: Partial<Extract<Happening, { kind: 'run-created' }>>): string => {
    const id = `${run}-anew`;
    change(({ journals }) => {
      const old = journals.find((one) => one[0]?.run === run)?.[0]?.happening;
      if (old?.kind !== 'run-created') return {};
      return { journals: [...journals, happened([], Date.now(), { ...old, root: id, ...more }, id)] };
    });
    return id;
  };
  return {
    setBudget: async (run, budget) => {
      did({ name: 'setBudget', args: [run, budget] });
      append(run, { kind: 'budget-changed', budget });
      append(run, { kind: 'run-resumed', reason: 'You raised the budget.' });
    },
    retry: async (run) => {
      did({ name: 'retry', args: [run] });
      return begin(run, { retryOf: run });
    },
    fork: async (run, seq) => {
      did({ name: 'fork', args: [run, seq] });
      return begin(run, { forkOf: { run, seq } });
    },
    continueRun: async (run, instruction) => {
      did({ name: 'continueRun', args: [run, instruction] });
      return begin(run, { continues: run, task: instruction, title: instruction });
    },
    saveSchedule: async (order, id = `schedule-${Date.now()}`) => {
      did({ name: 'saveSchedule', args: [order, id] });
      const now = Date.now();
      const kept = { id, state: 'on' as const, reason: '', failures: 0, createdAt: now, handledUntil: now };
      change(({ schedules }) => ({
        schedules: [{ ...order, ...kept }, ...schedules.filter((one) => one.id !== id)],
      }));
      return id;
    },
    removeSchedule: async (id) => {
      did({ name: 'removeSchedule', args: [id] });
      change(({ schedules }) => ({ schedules: schedules.filter((one) => one.id !== id) }));
    },
    pauseSchedule: async (id) => {
      did({ name: 'pauseSchedule', args: [id] });
      changeSchedule(id, { state: 'paused', reason: 'You paused it.' });
    },
    resumeSchedule: async (id) => {
      did({ name: 'resumeSchedule', args: [id] });
      changeSchedule(id, { state: 'on', reason: '' });
    },
    runSchedule: async (id) => {
      did({ name: 'runSchedule', args: [id] });
    },
    setRetention: async (retention) => {
      did({ name: 'setRetention', args: [retention] });
      change({ retention });
    },
    setLimits: async (limits) => {
      did({ name: 'setLimits', args: [limits] });
      change({ limits });
    },
    setPrice: async (model, price) => {
      did({ name: 'setPrice', args: [model, price] });
      change(({ prices: { known, own } }) => {
        const { [model]: _, ...rest } = own;
        return { prices: { known, own: price ? { ...rest, [model]: price } : rest } };
      });
    },
  };
}
