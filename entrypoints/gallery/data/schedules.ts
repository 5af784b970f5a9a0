import { nextDue } from '#lib/agents/schedules/next-due.ts';
import type { Cadence, Firing, Schedule } from '#lib/core/schedule.ts';
import { grantsPage } from './tabs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const minutes = 'sch-minutes';

type Made = Pick<Schedule, 'id' | 'title' | 'task' | 'cadence'> & Partial<Schedule>;

function made(now: number, of: Made): Schedule {
  const [dueAt] = nextDue(of, now, 1);
  return {
    ...{ agent: 'researcher', engine: 'hosted', inputs: [], overlap: 'skip', catchUp: 'latest', lookbackHours: 24 },
    ...{ mostCaughtUp: 3, jitterSeconds: 0, pauseAfterFailures: 3, failures: 0, state: 'on', reason: '' },
    ...{ createdAt: now - 20 * DAY, handledUntil: now - HOUR, ...(dueAt !== undefined && { dueAt }) },
    ...of,
  };
}

const weekdays: Cadence = { kind: 'cron', expression: '0 8 * * 1-5', zone: 'Europe/Berlin' };

/** One on, by the calendar of another zone; one on a grid; one that paused itself; one paused by hand; one that is over. */
export const schedules = (now: number): Schedule[] => [
  made(now, {
    ...{ id: minutes, title: 'Brief me on the council minutes', cadence: weekdays, budget: { usd: 0.5, minutes: 20 } },
    task: 'Read the newest minutes of the council and brief me on what concerns heating.',
    inputs: [{ kind: 'link', url: grantsPage.url, text: grantsPage.title, from: grantsPage.url }],
  }),
  made(now, {
    ...{
      id: 'sch-inbox',
      title: 'What came in?',
      task: 'List what came in and needs an answer.',
      agent: 'correspondent',
    },
    cadence: { kind: 'interval', minutes: 90, anchor: now - 20 * DAY - (now % HOUR) },
    ...{ engine: 'basic', overlap: 'buffer-one', catchUp: 'skip' },
  }),
  made(now, {
    ...{ id: 'sch-tariff', title: 'Watch the tariff', task: 'Tell me when the tariff changes.', state: 'paused' },
    ...{ cadence: { kind: 'cron', expression: '*/15 * * * *', zone: 'UTC' }, failures: 3, catchUp: 'all' },
    reason: 'It paused itself because 3 runs in a row failed. The last one: No page could be read.',
    dueAt: undefined,
  }),
  made(now, {
    ...{ id: 'sch-monthly', title: 'Receipts of the month', task: 'File the receipts.', state: 'paused' },
    ...{ cadence: { kind: 'cron', expression: '30 9 1 * *', zone: 'Europe/Berlin' }, reason: 'You paused it.' },
    dueAt: undefined,
  }),
  made(now, {
    ...{ id: 'sch-once', title: 'Remind me of the deadline', task: 'Say what is still missing.', state: 'done' },
    ...{ cadence: { kind: 'once', at: now - 2 * DAY }, reason: 'It ran at its time.', dueAt: undefined },
  }),
];

/** What came of due times: run, made up for, left out, held back, failed, started by hand. */
export function firings(now: number): Firing[] {
  const at = (days: number, rest: Omit<Firing, 'schedule' | 'time' | 'at'>, schedule = minutes): Firing => {
    const time = now - days * DAY;
    return { schedule, time, at: time + 900, ...rest };
  };
  const due = { by: 'clock', reason: 'It was due.', kind: 'started' } as const;
  const missed = 'It was missed: the browser was closed or the computer slept.';
  return [
    at(0.2, { ...due, run: 'run-scheduled' }),
    at(0.9, { kind: 'started', by: 'person', reason: 'You started it.', run: 'run-retried', ended: 'rejected' }),
    at(1.2, { kind: 'skipped', by: 'clock', reason: 'The run before it still waits for your answer.' }),
    at(2.2, {
      ...due,
      by: 'catch-up',
      reason: 'It was missed, and is made up for.',
      run: 'run-failed',
      ended: 'failed',
    }),
    at(3.2, { kind: 'skipped', by: 'clock', reason: `${missed} Only the newest missed time is made up for.` }),
    at(4.2, { ...due, run: 'run-old', ended: 'succeeded' }),
    at(
      0.05,
      { kind: 'buffered', by: 'clock', reason: 'It starts when the run before it, which has not ended, has ended.' },
      'sch-inbox',
    ),
    at(0.3, { ...due, run: 'run-failed', ended: 'failed' }, 'sch-tariff'),
    at(2, { ...due, run: 'run-done', ended: 'succeeded' }, 'sch-once'),
  ];
}
