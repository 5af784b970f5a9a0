import type { Approval } from '#lib/core/approval.ts';
import type { Happening, RunEvent } from '#lib/core/event.ts';
import { openApproval } from './approvals.ts';
import { asked, begun, done, priced } from './calls.ts';
import { journal } from './journal.ts';
import { fromBoth, fromNews, NEWS } from './labels.ts';
import { created, read } from './runs.ts';

const root = 'run-tree';
const child = (run: string, title: string, parent = root, call = 'd1', depth = 1): Happening => ({
  ...created(run, 'researcher', title, title, 'hosted'),
  ...{ root, parent, parentCall: call, depth },
});
const handOn = { id: 'd1', tool: 'delegate', args: { count: 3 }, site: 'annex', effect: 'draft' as const };

/** A coordinator that handed three parts on: one is done, one is silent, one asks, and the silent one has a child of its own. */
export function treeRuns(now: number): RunEvent[][] {
  const from = now - 380_000;
  const coordinator: Happening = {
    ...created(
      root,
      'coordinator',
      'What a heat pump costs, from three sides',
      'Find out what a heat pump costs to buy, to run and to fund, and merge it into one report.',
      'hosted',
    ),
    budget: { usd: 1, steps: 400, minutes: 60 },
  };
  return [
    journal(root, from, 4000, [
      coordinator,
      { kind: 'run-started' },
      asked('r1', 'Splitting the task', fromBoth, 'hosted'),
      priced('r1', 0.021),
      ...begun(handOn, 'Handing 3 parts to Researcher'),
      { kind: 'run-waiting', on: 'child', reason: 'It waits for 3 runs that it handed work to.' },
    ]),
    journal('run-tree-buy', from + 30_000, 6000, [
      child('run-tree-buy', 'What it costs to buy'),
      { kind: 'run-started' },
      ...begun(read('c1', 11, NEWS), 'Reading The Kestrel: Heat pumps in old houses'),
      done('c1', 'Read The Kestrel: Heat pumps in old houses', fromNews),
      asked('r1', 'Writing the part', fromNews, 'hosted'),
      priced('r1', 0.094),
      { kind: 'run-ended', state: 'succeeded', reason: 'Wrote "What it costs to buy" with 4 claims from 1 page.' },
    ]),
    journal('run-tree-run', now - 142_000, 20_000, [
      child('run-tree-run', 'What it costs to run'),
      { kind: 'run-started' },
      ...begun({ ...handOn, id: 'd2', args: { count: 1 } }, 'Handing 1 part to Researcher'),
      { kind: 'run-waiting', on: 'child', reason: 'It waits for 1 run that it handed work to.' },
    ]),
    journal('run-tree-tariffs', now - 8_000, 2000, [
      child('run-tree-tariffs', 'Tariffs since October', 'run-tree-run', 'd2', 2),
      { kind: 'run-started' },
      asked('r1', 'Reading the tariff table', fromBoth, 'hosted'),
    ]),
    journal('run-tree-fund', now - 95_000, 8000, [
      child('run-tree-fund', 'Who pays for it'),
      { kind: 'run-started' },
      asked('r1', 'Choosing where to look', fromBoth, 'hosted'),
      priced('r1'),
      { kind: 'call-requested', call: { id: 'c6', tool: 'navigate', args: { tab: 12 }, labels: {} } },
      { kind: 'approval-requested', approval: 'ap-child', call: 'c6' },
      { kind: 'run-waiting', on: 'approval', reason: 'It waits for your answer.' },
    ]),
  ];
}

/** What one of the children asks. */
export const childApproval = (now: number): Approval => ({
  ...openApproval(now),
  ...{ id: 'ap-child', run: 'run-tree-fund', root, createdAt: now - 40_000 },
});
