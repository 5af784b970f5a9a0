import type { RunRow } from '#lib/core/run.ts';

/** Who goes first: what a person waits for, what they set going again, what was slept through, what runs on a schedule. */
const CLASSES = ['interactive', 'resumed', 'catch-up', 'background'] as const;
/** Waiting this long makes up for one class, so that nothing starves, ms. */
const AGE_MS = 30_000;
/** A word of the person weighs as much as this many classes. */
const WORD = 2;

/** How urgent a run is; more is sooner. It grows without bound while the run is left waiting. */
export function urgencyOf(row: Pick<RunRow, 'class' | 'resumed' | 'priority' | 'updatedAt'>, now: number): number {
  const born = CLASSES.indexOf(row.class);
  const rank = row.resumed ? Math.min(born, CLASSES.indexOf('resumed')) : born;
  return row.priority * WORD - rank + waitedMs(row, now) / AGE_MS;
}

/** After the clock was set back, a run seems to come from the future: nobody knows how long it waited, so it goes soon, and once. */
function waitedMs({ updatedAt }: Pick<RunRow, 'updatedAt'>, now: number): number {
  return updatedAt > now ? AGE_MS * (CLASSES.length + WORD) : now - updatedAt;
}
