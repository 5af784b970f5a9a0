import type { RunEvent } from '#lib/core/event.ts';
import type { RunRow, RunState } from '#lib/core/run.ts';
import { runView } from '../strings/run-view.ts';
import { stepsUpTo } from './timeline.ts';

/** One line of where a run comes from or what came of it: words, and the run that they end with. */
export type Kinship = { words: string; run: string };

type Of = Pick<RunState, 'id' | 'parent' | 'retryOf' | 'forkOf' | 'continues'>;

/** What a run is a retry, fork, part or continuation of. */
export function cameFrom({ parent, retryOf, forkOf, continues }: Of, events: readonly RunEvent[]): Kinship[] {
  const words = runView.lineage;
  return [
    ...(parent === undefined ? [] : [{ words: words.parent, run: parent }]),
    ...(retryOf === undefined ? [] : [{ words: words.retryOf, run: retryOf }]),
    ...(forkOf ? [{ words: words.forkOf(stepsUpTo(events, forkOf.seq)), run: forkOf.run }] : []),
    ...(continues === undefined ? [] : [{ words: words.continues, run: continues }]),
  ];
}

/** The runs that were begun from this one, oldest first. */
export function ledTo({ id }: Of, events: readonly RunEvent[], rows: readonly RunRow[]): Kinship[] {
  const words = runView.lineage;
  return rows.toReversed().flatMap((row): Kinship[] => {
    if (row.retryOf === id) return [{ words: words.retried, run: row.id }];
    if (row.continues === id) return [{ words: words.continued, run: row.id }];
    return row.forkOf?.run === id ? [{ words: words.forked(stepsUpTo(events, row.forkOf.seq)), run: row.id }] : [];
  });
}
