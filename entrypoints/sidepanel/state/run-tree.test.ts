import { expect, test } from 'vitest';
import { foldJournal } from '#lib/core/reduce.ts';
import { rowOf } from '#lib/core/run-row.ts';
import { treeRuns } from '../../gallery/data/trees.ts';
import { createFolds } from './folds.ts';
import { billOf, findNode, nodesOf, treesOf } from './run-tree.ts';

const now = new Date('2026-11-22T15:00:00').getTime();
const rows = treeRuns(now).map((events) => rowOf(foldJournal(events), now, undefined));
const trees = treesOf(rows.toReversed());

test('hangs each run below the one that handed it on, oldest first, however the rows came', () => {
  expect(trees.map(nodesOf).map((nodes) => nodes.map((node) => node.id))).toEqual([
    ['run-tree', 'run-tree-buy', 'run-tree-run', 'run-tree-tariffs', 'run-tree-fund'],
  ]);
});

test('lets a run whose parent is not listed stand as a root', () => {
  expect(treesOf(rows.filter((row) => row.id !== 'run-tree-run')).map((tree) => tree.id)).toContain('run-tree-tariffs');
});

test('bills a run for all that it handed on, and says where a price is missing', () => {
  const tree = findNode(trees, 'run-tree');
  const { usd, unpriced, steps } = tree ? billOf(tree) : { usd: 0, unpriced: 0, steps: 0 };
  expect([usd.toFixed(3), unpriced, steps]).toEqual(['0.115', 6130, 5]);
});

test('shows the children of a tree at work, folds those of one that ended, and keeps to what was chosen', () => {
  const folds = createFolds();
  const [tree] = trees;
  const ended = tree && {
    ...tree,
    id: 'old',
    run: { ...tree.run, status: 'succeeded' as const },
    children: tree.children.slice(0, 1),
  };
  if (!tree || !ended) throw new Error('There is no tree.');
  expect([folds.isOpen(tree), folds.isOpen(ended)]).toEqual([true, false]);
  folds.toggle(tree);
  folds.toggle(ended);
  expect([folds.isOpen(tree), folds.isOpen(ended)]).toEqual([false, true]);
});
