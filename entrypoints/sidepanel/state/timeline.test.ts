import { expect, test } from 'vitest';
import type { RunEvent } from '#lib/core/event.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { happened } from '../../gallery/data/journal.ts';
import { askingRun, doneRun, failedRun, stuckRun } from '../../gallery/data/runs.ts';
import { backingOffRun, forkedRun, tabRun } from '../../gallery/data/standing.ts';
import { runView } from '../strings/run-view.ts';
import { stepsUpTo, timelineOf } from './timeline.ts';

const told = (events: RunEvent[]) =>
  timelineOf(foldJournal(events), events, {
    ...runView,
    words: ({ call }) => ({ doing: call.tool, did: call.tool }),
  }).map((item) => [
    item.kind === 'note' ? 'note' : item.phase,
    item.words,
    ...('detail' in item ? [item.detail] : []),
  ]);

test('tells a run in the order of its journal, each call in the words of its outcome', () => {
  expect(told(doneRun(0))).toEqual([
    ['done', 'Read The Kestrel: Heat pumps in old houses'],
    ['done', 'Read Ledger: Grants for heating, 2026. The table at the end was cut'],
    ['done', 'Writing the brief'],
    ['done', 'Saved the report "Brief: heat pumps"'],
    ['note', 'Went on after an interruption: the worker was ended by Chrome; nothing was repeated.'],
  ]);
});

test('shows where a call is parked', () => {
  expect(told(askingRun(0)).at(-1)).toEqual(['parked', 'Sending the mail']);
});

test('says why a call was refused or failed', () => {
  expect(told(failedRun(0)).map(([phase, , detail]) => [phase, detail])).toEqual([
    ['denied', 'Reading is off for news.example.'],
    ['failed', 'The tab was closed while it was read.'],
  ]);
});

test('does not repeat in a line what the head of the run says', () => {
  expect(told(stuckRun(0)).at(-1)).toEqual(['failed', 'Writing the brief']);
});

test('tells of tries, back-offs, forks and orders between the steps', () => {
  expect(told(backingOffRun(0)).slice(1)).toEqual([
    ['failed', 'Writing the brief'],
    ['note', 'Tried again after 5 s'],
    ['failed', 'Writing the brief'],
  ]);
  expect(told(forkedRun(0, doneRun(0))).slice(-2)).toEqual([
    ['note', 'Forked here. What stands above was done by the run that it was forked from'],
    ['running', 'Writing the brief'],
  ]);
  const ordered = happened(
    happened(tabRun(0), 1, { kind: 'priority-changed', priority: 1 }),
    ...([2, { kind: 'budget-changed', budget: { usd: 2, minutes: 90 } }] as const),
  );
  expect(told(ordered).slice(-2)).toEqual([
    ['note', 'You raised its priority'],
    ['note', 'You set the budget to $2.00, 90 min'],
  ]);
});

test('names each later try, and the event after which a step can be forked', () => {
  const events = backingOffRun(0);
  const items = timelineOf(foldJournal(events), events, {
    ...runView,
    words: ({ call }) => ({ doing: call.tool, did: call.tool }),
  });
  expect(items.flatMap((item) => (item.kind === 'note' ? [] : [[item.again, item.endSeq]]))).toEqual([
    [undefined, 5],
    [undefined, 7],
    ['asked again, 2nd try', 11],
  ]);
  expect(stepsUpTo(events, 7)).toBe(2);
});
