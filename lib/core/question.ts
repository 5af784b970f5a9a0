import type { RunRow } from './run.ts';

type Standing = Pick<RunRow, 'id' | 'root' | 'status' | 'waitingOn' | 'pausedBy' | 'site' | 'reason'>;

/** What a run that only the person can move on asks them, other than by an approval. Runs of one tree that ask the same are one question: one answer is for all of them. */
export function questionOf({ id, root, status, waitingOn, pausedBy, site, reason }: Standing): string | undefined {
  if (status === 'waiting' && waitingOn === 'input') return `input ${id}`;
  if (status !== 'paused' || pausedBy === undefined) return undefined;
  switch (pausedBy) {
    case 'user':
      return undefined;
    case 'budget':
      return `budget ${root}`;
    case 'permission':
      return `permission ${root} ${site}`;
    case 'model':
      return `model ${root} ${reason}`;
    case 'fault':
      return `fault ${id}`;
    default:
      return pausedBy satisfies never;
  }
}
