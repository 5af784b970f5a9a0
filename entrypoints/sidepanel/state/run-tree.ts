import { billOf as sumOfBills } from '#lib/core/bill.ts';
import type { Bill } from '#lib/core/budget.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';

/** A run and the runs that it handed work to, oldest first. */
export type RunNode = { id: string; run: RunRow; children: RunNode[] };

/** Rows as trees; the order of the roots stays. A run whose parent is not among the rows stands as a root. */
export function treesOf(rows: readonly RunRow[]): RunNode[] {
  const nodes = new Map(rows.map((run): [string, RunNode] => [run.id, { id: run.id, run, children: [] }]));
  const roots: RunNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.run.parent === undefined ? undefined : nodes.get(node.run.parent);
    (parent?.children ?? roots).push(node);
  }
  for (const { children } of nodes.values()) children.sort((a, b) => a.run.createdAt - b.run.createdAt);
  return roots;
}

/** The node of a run, wherever in the trees it stands. */
export function findNode(trees: readonly RunNode[], id: string): RunNode | undefined {
  for (const tree of trees) for (const node of nodesOf(tree)) if (node.id === id) return node;
  return undefined;
}

/** A node and all below it, each parent before its children. */
export function nodesOf(tree: RunNode): RunNode[] {
  return [tree, ...tree.children.flatMap(nodesOf)];
}

/** What a run and all that it handed on cost. */
export function billOf(tree: RunNode): Bill {
  return sumOfBills(nodesOf(tree).map(({ run }) => run));
}

/** Something in the tree has not ended. */
export function isLive(tree: RunNode): boolean {
  return nodesOf(tree).some(({ run }) => !isEnded(run.status));
}
