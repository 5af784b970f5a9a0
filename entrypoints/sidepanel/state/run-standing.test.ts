import { expect, test } from 'vitest';
import { foldJournal } from '#lib/core/reduce.ts';
import type { RunRow } from '#lib/core/run.ts';
import { rowOf } from '#lib/core/run-row.ts';
import { readingRun, walledRun } from '../../gallery/data/runs.ts';
import { backingOffRun, cappedRun, continuedRun, silentRun, tabRun } from '../../gallery/data/standing.ts';
import { childApproval, treeRuns } from '../../gallery/data/trees.ts';
import { standingOf } from './run-standing.ts';
import { findNode, treesOf } from './run-tree.ts';

const now = new Date('2026-11-22T15:00:00').getTime();
const told = { now, approvals: [childApproval(now)], agentName: (ref: string) => ref.split('@')[0] ?? ref };
const host = { owner: 'engine-host', until: now };
const stands = (row: RunRow, at = now) => standingOf({ id: row.id, run: row, children: [] }, { ...told, now: at });
const rowFrom = (events: ReturnType<typeof tabRun>, lease?: RunRow['lease']) =>
  rowOf(foldJournal(events), events.at(-1)?.at ?? now, lease);

test.each([
  ['a run that journals', rowFrom(readingRun(now)), 'running', 'calm'],
  ['a silent run', rowFrom(silentRun(now)), 'no activity for 40 s', 'calm'],
  ['a model that is slow', rowFrom(silentRun(now), host), 'model silent for 40 s', 'calm'],
  ['a back-off', rowFrom(backingOffRun(now)), 'tries again in 8 s', 'calm'],
  ['a tab that is taken', rowFrom(tabRun(now)), 'waits for a tab that "Mail the brief to Mira" is using', 'calm'],
  ['a cap', rowFrom(cappedRun(now)), 'reached its cap of $1.00', 'need'],
  ['the person', rowFrom(continuedRun(now)), 'paused by you', 'calm'],
  ['a stop under way', { ...rowFrom(tabRun(now)), stopping: true }, 'is being stopped', 'calm'],
])('says of %s what the run waits for', (_what, row, words, tone) => {
  expect(stands(row)).toEqual({ words, tone });
});

test('counts a back-off down, tells a long one by the clock, and one that is over as now', () => {
  const row = rowFrom(backingOffRun(now));
  const until = row.until ?? 0;
  expect([until - 3_000, until - 3_600_000, until + 1].map((at) => stands(row, at).words)).toEqual([
    ...['tries again in 3 s', 'tries again at 15:00', 'tries again now'],
  ]);
});

test('says why a run is at a wall', () => {
  expect(stands(rowFrom(walledRun(now)))).toMatchObject({
    tone: 'need',
    words: expect.stringMatching(/^Chrome has not/),
  });
});

test('shows on a root which agent below it asks, and otherwise that it waits for them', () => {
  const trees = treesOf(treeRuns(now).map((events) => rowFrom(events)));
  const tree = findNode(trees, 'run-tree');
  if (!tree) throw new Error('There is no tree.');
  expect(standingOf(tree, told)).toEqual({ words: 'researcher asks you', tone: 'need' });
  const answered = tree.children.filter((one) => one.id !== 'run-tree-fund');
  expect(standingOf({ ...tree, children: answered }, { ...told, approvals: [] })).toEqual({
    ...{ words: 'waits for the runs below', tone: 'calm' },
  });
});
