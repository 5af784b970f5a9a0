import { groupAlike } from '#lib/core/alike.ts';
import type { Approval } from '#lib/core/approval.ts';
import type { Artifact } from '#lib/core/artifact.ts';
import { questionOf } from '#lib/core/question.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import { isSameDay } from '../format.ts';
import { nodesOf, type RunNode } from './run-tree.ts';

/** Questions that are answered as one are one need. */
export type Need =
  | { kind: 'approval'; id: string; approvals: readonly Approval[] }
  | { kind: 'run'; id: string; tree: RunNode };
export type Done = { kind: 'artifact'; id: string; artifact: Artifact } | { kind: 'run'; id: string; tree: RunNode };

/** A run that goes on only when the person does something, other than answering an approval. */
export function needsPerson(run: Pick<RunRow, 'status' | 'pausedBy' | 'waitingOn'>): boolean {
  if (run.status === 'paused') return run.pausedBy !== 'user';
  return run.status === 'waiting' && run.waitingOn === 'input';
}

/** Approvals first, oldest first; then runs that are stuck, each question of a tree once. */
export function needsOf(approvals: readonly Approval[], trees: readonly RunNode[]): Need[] {
  return [
    ...groupAlike(approvals).map(({ id, approvals }): Need => ({ kind: 'approval', id, approvals })),
    ...trees.flatMap(stuckIn).map((tree): Need => ({ kind: 'run', id: tree.id, tree })),
  ];
}

function stuckIn(tree: RunNode): RunNode[] {
  const asked = new Map<string, RunNode>();
  for (const node of nodesOf(tree)) {
    const question = questionOf(node.run);
    if (question !== undefined && !asked.has(question)) asked.set(question, node);
  }
  return [...asked.values()];
}

/** Trees in which something goes on, or was paused by hand. What only waits for the person stands under "needs you" already. */
export function runningOf(trees: readonly RunNode[], approvals: readonly Approval[]): RunNode[] {
  const asked = new Set(approvals.map((one) => one.run));
  const stands = ({ run }: RunNode) =>
    isEnded(run.status) ||
    needsPerson(run) ||
    (run.status === 'waiting' && (run.waitingOn === 'child' || (run.waitingOn === 'approval' && asked.has(run.id))));
  return trees.filter((tree) => !nodesOf(tree).every(stands));
}

const RECENT = 5;

/** What came of today: artifacts, and runs that ended another way than well. Where today is empty, the last few. */
export function doneOf(artifacts: readonly Artifact[], trees: readonly RunNode[], now: number) {
  const all: (Done & { at: number })[] = [
    ...artifacts.map((artifact) => ({ kind: 'artifact' as const, id: artifact.id, artifact, at: artifact.updatedAt })),
    ...trees
      .filter(({ run }) => isEnded(run.status) && run.status !== 'succeeded')
      .map((tree) => ({ kind: 'run' as const, id: tree.id, tree, at: tree.run.endedAt ?? tree.run.updatedAt })),
  ].sort((a, b) => b.at - a.at);
  const today = all.filter((one) => isSameDay(one.at, now));
  return today.length > 0 ? { today: true, items: today } : { today: false, items: all.slice(0, RECENT) };
}
