import type { Schedule, ScheduleOrder } from '#lib/core/schedule.ts';
import type { Composer } from './composer.ts';

/** Each day at eight, told what was missed by one run: what most schedules of a person are. */
const USUAL: Pick<
  ScheduleOrder,
  'overlap' | 'catchUp' | 'lookbackHours' | 'mostCaughtUp' | 'jitterSeconds' | 'pauseAfterFailures'
> = {
  ...{ overlap: 'skip', catchUp: 'latest', lookbackHours: 24, mostCaughtUp: 3, jitterSeconds: 0 },
  pauseAfterFailures: 3,
};
const TITLE_CHARS = 60;

/** A schedule of the task that is being written in the composer. A page that is only offered there is not taken along with nothing. */
export function orderFrom({ text, inputs, agent, engine }: Composer, zone: string): ScheduleOrder {
  const task = text.value.trim();
  const line = task.split('\n')[0] ?? '';
  return {
    ...USUAL,
    title: line.length > TITLE_CHARS ? `${line.slice(0, TITLE_CHARS - 1).trimEnd()}…` : line,
    agent: agent.value ?? '',
    engine: engine.value?.id ?? '',
    task,
    inputs: task === '' ? [] : inputs.value,
    cadence: { kind: 'cron', expression: '0 8 * * *', zone },
  };
}

/** What the person said of a schedule, without Annex's own bookkeeping. */
export function orderOf(schedule: Schedule): ScheduleOrder {
  const { title, agent, engine, task, inputs, cadence, overlap, catchUp, budget } = schedule;
  const { lookbackHours, mostCaughtUp, jitterSeconds, pauseAfterFailures } = schedule;
  return {
    ...{ title, agent, engine, task, inputs, cadence, overlap, catchUp },
    ...{ lookbackHours, mostCaughtUp, jitterSeconds, pauseAfterFailures },
    ...(budget && { budget }),
  };
}
