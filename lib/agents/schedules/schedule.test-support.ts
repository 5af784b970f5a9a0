import type { Cadence, Schedule } from '#lib/core/schedule.ts';

export const at = (text: string): number => Date.parse(text);
const HOURLY: Cadence = { kind: 'interval', minutes: 60, anchor: 0 };

/** A schedule that is on and has dealt with everything up to midnight, for tests that care about a few of its facts. */
export function anySchedule(facts: Partial<Schedule> = {}): Schedule {
  const midnight = at('2026-11-26T00:00Z');
  return {
    ...{ id: 'schedule-1', title: 'Brief', agent: 'researcher', task: 'Brief me', inputs: [], engine: 'basic' },
    ...{ cadence: HOURLY, overlap: 'skip', catchUp: 'latest', lookbackHours: 24, mostCaughtUp: 5, jitterSeconds: 0 },
    ...{ pauseAfterFailures: 3, failures: 0, state: 'on', reason: '', createdAt: midnight, handledUntil: midnight },
    ...facts,
  };
}
