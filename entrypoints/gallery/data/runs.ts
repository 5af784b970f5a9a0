import type { Happening, RunEvent } from '#lib/core/event.ts';
import { answered, asked, begun, decided, done } from './calls.ts';
import { journal } from './journal.ts';
import { fromBoth, fromMail, fromNews, LEDGER, MAIL, NEWS } from './labels.ts';
import { grantsPage, handed, kestrel, mailPage } from './tabs.ts';

type Created = Extract<Happening, { kind: 'run-created' }>;

export const created = (run: string, agent: string, title: string, task: string, engine = 'basic'): Created => ({
  ...{ kind: 'run-created', agent: `${agent}@1.0.0`, title, task, engine, attended: true, root: run },
  inputs:
    agent === 'researcher' || agent === 'coordinator' ? [handed(kestrel), handed(grantsPage)] : [handed(mailPage)],
});
export const read = (id: string, tab: number, site: string) => ({ id, tool: 'read', args: { tab }, site });

const reading: Happening[] = [
  { kind: 'run-started' },
  ...begun(read('c1', 11, NEWS), 'Reading The Kestrel: Heat pumps in old houses'),
  done('c1', 'Read The Kestrel: Heat pumps in old houses', fromNews, { passages: 14 }),
  ...begun(read('c2', 12, LEDGER), 'Reading Ledger: Grants for heating, 2026'),
];
const bothRead: Happening[] = [
  ...reading,
  done('c2', 'Read Ledger: Grants for heating, 2026. The table at the end was cut', fromBoth, { passages: 22 }, 1420),
];
const task = 'Compare what these pages say about the running cost of heat pumps, and say where they disagree.';

/** Reading the second page. */
export const readingRun = (now: number): RunEvent[] =>
  journal('run-reading', now - 42_000, 3000, [
    created('run-reading', 'researcher', 'Compare heat pumps', task),
    ...reading,
  ]);

/** Writing, with a stream that grows. */
export const writingRun = (now: number): RunEvent[] =>
  journal('run-writing', now - 95_000, 6000, [
    created('run-writing', 'researcher', 'Compare heat pumps', task, 'local'),
    ...bothRead,
    asked('r1', 'Writing the brief', fromBoth, 'local'),
  ]);

/** Finished: a report stands. */
export const doneRun = (now: number): RunEvent[] =>
  journal('run-done', now - 3_600_000, 4000, [
    created('run-done', 'researcher', 'Compare heat pumps', task),
    ...bothRead,
    asked('r1', 'Writing the brief', fromBoth),
    answered('r1'),
    ...begun(
      { id: 'c3', tool: 'save_report', args: { title: 'Brief: heat pumps' }, site: 'annex', effect: 'draft' },
      'Writing "Brief: heat pumps"',
    ),
    done('c3', 'Saved the report "Brief: heat pumps"', fromBoth, { artifact: 'art-brief', version: 2 }, 12),
    { kind: 'run-recovered', what: 'the worker was ended by Chrome; nothing was repeated.' },
    { kind: 'run-ended', state: 'succeeded', reason: 'Wrote "Brief: heat pumps" with 5 claims from 2 pages.' },
  ]);

const send = { id: 'c5', tool: 'send', args: { tab: 13 }, site: MAIL, effect: 'send' as const };

/** Parked at an approval. */
export const askingRun = (now: number): RunEvent[] =>
  journal('run-asking', now - 130_000, 8000, [
    created(
      'run-asking',
      'correspondent',
      'Mail the brief to Mira',
      'Send the brief to Mira and to the person who asked for it.',
    ),
    { kind: 'run-started' },
    ...begun(
      { id: 'c4', tool: 'compose', args: { tab: 13, to: [], subject: '', body: '' }, site: MAIL, effect: 'draft' },
      'Filling a mail to mira@example.org',
    ),
    done('c4', 'Filled a mail to mira@example.org, t.fox@evil.example', fromMail),
    { kind: 'call-requested', call: { id: 'c5', tool: 'send', args: { tab: 13 }, labels: {} } },
    decided(send, 'ask', 'Sending the mail'),
    { kind: 'approval-requested', approval: 'ap-send', call: 'c5' },
    { kind: 'run-waiting', on: 'approval', reason: 'Waits for your answer.' },
  ]);

/** Stopped at Chrome's wall. */
export const walledRun = (now: number): RunEvent[] =>
  journal('run-walled', now - 60_000, 5000, [
    created('run-walled', 'researcher', 'Brief me on the grants', 'Brief me on what these pages say.'),
    ...reading.slice(0, 5),
    {
      kind: 'run-paused',
      by: 'permission',
      site: LEDGER,
      reason: 'Chrome has not let Annex in to ledger.example. Allow it, and the run goes on where it stands.',
    },
  ]);

const refusal =
  'The server at 127.0.0.1:11434 refused the request (403). It does not accept extensions yet. Set OLLAMA_ORIGINS to chrome-extension://* and start it again.';

/** Stopped by a model server. */
export const stuckRun = (now: number): RunEvent[] =>
  journal('run-stuck', now - 200_000, 5000, [
    created('run-stuck', 'researcher', 'What changed in the grants?', 'What changed since last year?', 'local'),
    ...bothRead,
    asked('r1', 'Writing the brief', fromBoth, 'local'),
    {
      kind: 'model-ended',
      request: 'r1',
      end: { kind: 'failed', problem: { code: 'forbidden-origin', message: refusal }, partial: '' },
    },
    { kind: 'run-paused', by: 'model', reason: refusal },
  ]);

/** Ended without a result: a page refused, a tab was closed. */
export const failedRun = (now: number): RunEvent[] =>
  journal('run-failed', now - 7_200_000, 5000, [
    created('run-failed', 'researcher', 'Brief me on the council minutes', 'Brief me on the council minutes.'),
    { kind: 'run-started' },
    { kind: 'call-requested', call: { id: 'c1', tool: 'read', args: { tab: 11 }, labels: {} } },
    decided(read('c1', 11, NEWS), 'deny', 'Reading The Kestrel'),
    {
      kind: 'call-ended',
      call: 'c1',
      outcome: { kind: 'denied', rule: 'site is off', message: 'Reading is off for news.example.' },
      ms: 2,
    },
    ...begun(read('c2', 12, LEDGER), 'Reading Ledger: Grants for heating, 2026'),
    {
      kind: 'call-ended',
      call: 'c2',
      outcome: { kind: 'failed', message: 'The tab was closed while it was read.' },
      ms: 3100,
    },
    {
      kind: 'run-ended',
      state: 'failed',
      reason: 'No page could be read: one is off, the tab of the other was closed.',
    },
  ]);
