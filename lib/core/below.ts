import { questionOf } from './question.ts';
import { isEnded, type RunRow } from './run.ts';

/** A run and all that hangs below it, in the order of the tree, whatever that is: a clock that was set back turns it round. */
export function belowIn(tree: readonly RunRow[], run: string): RunRow[] {
  const inside = new Set([run]);
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const one of tree) if (one.parent !== undefined && inside.has(one.parent)) inside.add(one.id);
  }
  return tree.filter((one) => inside.has(one.id));
}

/** What goes on with a run that the person lets go on: what was paused with it below it, what it waits for, and what in its tree asked the same. */
export function goingAlong(own: RunRow, tree: readonly RunRow[]): RunRow[] {
  const below = new Set(belowIn(tree, own.id).map((one) => one.id));
  const question = questionOf(own);
  const waits = own.status === 'waiting' && own.waitingOn === 'child';
  return tree.filter((one) => {
    if (one.id === own.id || one.status !== 'paused') return false;
    if (question !== undefined && questionOf(one) === question) return true;
    return below.has(one.id) && (waits || one.pausedBy === own.pausedBy);
  });
}

/** Whether a run that waits for others has fewer of them alive than it has open calls: it may go on, as soon as somebody looks. */
export function isOwed(row: Pick<RunRow, 'id' | 'waitingOn' | 'openCalls'>, rows: readonly RunRow[]): boolean {
  if (row.waitingOn !== 'child') return false;
  return rows.filter((one) => one.parent === row.id && !isEnded(one.status)).length < row.openCalls;
}
