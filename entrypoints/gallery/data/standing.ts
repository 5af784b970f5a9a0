import type { Happening, RunEvent } from '#lib/core/event.ts';
import { asked, begun, done, priced, refused } from './calls.ts';
import { journal } from './journal.ts';
import { fromMail, fromNews, LEDGER, MAIL, NEWS } from './labels.ts';
import { created, read } from './runs.ts';

const started: Happening = { kind: 'run-started' };
const readOne: Happening[] = [
  started,
  ...begun(read('c1', 11, NEWS), 'Reading The Kestrel: Heat pumps in old houses'),
  done('c1', 'Read The Kestrel: Heat pumps in old houses', fromNews),
];
const overloaded = 'The server at api.models.example has too much to do (429).';
const send = { id: 'c5', tool: 'send', args: { tab: 13 }, site: MAIL, effect: 'send' as const };

/** Backs off from a server that has too much to do, for the second time. */
export const backingOffRun = (now: number): RunEvent[] =>
  journal('run-retrying', now - 62_000, 5000, [
    created('run-retrying', 'researcher', 'Summarise the council minutes', 'Summarise the council minutes.', 'hosted'),
    ...readOne,
    asked('r1', 'Writing the brief', fromNews, 'hosted'),
    refused('r1', overloaded),
    { kind: 'run-waiting', on: 'timer', until: now - 15_000, reason: overloaded },
    { kind: 'run-resumed', reason: 'The wait is over.' },
    asked('r2', 'Writing the brief', fromNews, 'hosted', 2),
    refused('r2', overloaded),
    { kind: 'run-waiting', on: 'timer', until: now + 8_000, reason: overloaded },
  ]);

/** Went on after its worker was stopped, and has been silent since. */
export const silentRun = (now: number): RunEvent[] =>
  journal('run-silent', now - 82_000, 6000, [
    created('run-silent', 'researcher', 'Brief me on the tariff', 'Brief me on the tariff.'),
    ...readOne,
    { kind: 'run-recovered', what: 'The service worker was stopped in a step.' },
    ...begun(read('c2', 12, LEDGER), 'Reading Ledger: Grants for heating, 2026').slice(0, 1),
  ]);

/** Stands at the cap of its tree. */
export const cappedRun = (now: number): RunEvent[] =>
  journal('run-capped', now - 1_900_000, 9000, [
    {
      ...budgeted,
      ...created(
        'run-capped',
        'researcher',
        'Everything about induction hobs',
        'Read all there is about induction hobs.',
        'hosted',
      ),
    },
    ...readOne,
    asked('r1', 'Writing the brief', fromNews, 'hosted'),
    priced('r1', 0.61),
    asked('r2', 'Mending the brief', fromNews, 'hosted', 2),
    priced('r2', 0.42),
    {
      ...{
        kind: 'run-paused',
        by: 'budget',
        reason: 'It reached its cap of $1.00. All that it read and wrote is kept.',
      },
      cap: { of: 'run', what: 'usd', cap: 1, spent: 1.03 },
    },
  ]);
const budgeted = { budget: { usd: 1, steps: 400, minutes: 60 } };

/** Waits for a tab that another run acts on. */
export const tabRun = (now: number): RunEvent[] =>
  journal('run-tab', now - 30_000, 4000, [
    created('run-tab', 'correspondent', 'File the receipts', 'File the receipts of this week.'),
    started,
    { kind: 'run-waiting', on: 'tab', tab: 13, reason: 'It waits for a tab that "Mail the brief to Mira" is using.' },
  ]);

/** Stopped while a mail was being sent. */
export const cutRun = (now: number): RunEvent[] =>
  journal('run-cut', now - 5_400_000, 7000, [
    created('run-cut', 'correspondent', 'Mail the minutes to the board', 'Mail the minutes to the board.', 'hosted'),
    started,
    ...begun({ ...send, id: 'c4', tool: 'compose', effect: 'draft' }, 'Filling a mail to board@example.org'),
    done('c4', 'Filled a mail to board@example.org', fromMail),
    ...begun(send, 'Sending the mail to board@example.org'),
    { kind: 'stop-requested' },
    {
      ...{ kind: 'call-ended', call: 'c5', ms: 0 },
      outcome: {
        kind: 'uncertain',
        message: 'Stopped while it was under way: it may have happened, and was not repeated.',
      },
    },
    {
      kind: 'run-ended',
      state: 'cancelled',
      reason: 'You stopped it while "Sending the mail to board@example.org" was under way; it may have happened.',
    },
  ]);

/** A later try of a run that failed, started by a schedule while nobody watched. */
export const scheduledRun = (now: number): RunEvent[] =>
  journal('run-scheduled', now - 20_000_000, 5000, [
    {
      ...created(
        'run-scheduled',
        'researcher',
        'Brief me on the council minutes',
        'Brief me on the council minutes.',
        'hosted',
      ),
      ...{ attended: false, class: 'background', schedule: { id: 'sch-minutes', time: now - 20_000_000 } },
    },
    ...readOne,
    asked('r1', 'Writing the brief', fromNews, 'hosted'),
    priced('r1', 0.012),
    { kind: 'run-ended', state: 'succeeded', reason: 'Wrote "Council minutes" with 6 claims from 1 page.' },
  ]);

/** Begins at a step of the finished comparison, and does the rest otherwise. */
export function forkedRun(now: number, old: readonly RunEvent[]): RunEvent[] {
  const seq = old.findIndex(({ happening }) => happening.kind === 'model-requested') - 1;
  const copied = old.slice(0, seq + 1).map((event) => ({ ...event, run: 'run-forked' }));
  const [first, ...rest] = copied;
  if (first?.happening.kind !== 'run-created') return [];
  const facts = { root: 'run-forked', forkOf: { run: old[0]?.run ?? '', seq } };
  const own: Happening[] = [
    { kind: 'run-forked', run: old[0]?.run ?? '', seq },
    started,
    asked('r9', 'Writing the brief', fromNews),
  ];
  return [
    { ...first, happening: { ...first.happening, ...facts } },
    ...rest,
    ...own.map((happening, index) => ({
      run: 'run-forked',
      seq: seq + 1 + index,
      at: now - 9_000 + index * 2000,
      happening,
    })),
  ];
}

/** Takes up the finished comparison with one more instruction. */
export const continuedRun = (now: number): RunEvent[] =>
  journal('run-continued', now - 600_000, 4000, [
    {
      ...created('run-continued', 'researcher', 'Add a table of the yearly cost', 'Add a table of the yearly cost.'),
      continues: 'run-done',
    },
    started,
    { kind: 'priority-changed', priority: 1 },
    { kind: 'run-paused', by: 'user', reason: 'You paused it.' },
  ]);

/** The failed brief, tried again: it fails no more. */
export const retriedRun = (now: number): RunEvent[] =>
  journal('run-retried', now - 7_000_000, 5000, [
    {
      ...created('run-retried', 'researcher', 'Brief me on the council minutes', 'Brief me on the council minutes.'),
      retryOf: 'run-failed',
    },
    ...readOne,
    { kind: 'run-ended', state: 'rejected', reason: 'You said no to the only page that was left to read.' },
  ]);
