import type { RunRow } from '#lib/core/run.ts';
import type { Firing, Overlap } from '#lib/core/schedule.ts';
import type { Chosen } from './missed.ts';

/** A run of the schedule that has not ended. */
export type LiveRun = Pick<RunRow, 'id' | 'status' | 'waitingOn' | 'pausedBy'>;
/** What becomes of one due time. `late` where it starts a run that comes late; `stops` are runs that are to stop for it. */
export type Settled = Pick<Firing, 'time' | 'kind' | 'reason'> & { late?: boolean; stops?: string[] };

type Standing = { overlap: Overlap; live: readonly LiveRun[]; buffered?: number | undefined };

/**
 * Walks the chosen times, oldest first, as if they came one after another: none starts beside a run of before, unless the
 * schedule allows that. `buffered` is the time that waits already.
 */
export function settleOverlap(
  chosen: readonly Chosen[],
  of: Standing,
): { settled: Settled[]; buffered: number | undefined } {
  let { buffered } = of;
  let before = of.live.length > 0 ? standingOf(of.live) : undefined;
  const last = chosen.findLast((one) => !('skip' in one))?.time;
  const settled: Settled[] = [];
  const settle = (one: Settled) => {
    settled.push(one);
    if (one.kind === 'started') before = 'has only just been started';
    if (one.kind === 'buffered') buffered = one.time;
  };
  if (buffered !== undefined && before === undefined) {
    const replaced = of.overlap === 'cancel-other' && last !== undefined;
    settle(
      replaced
        ? skipped(buffered, REPLACED)
        : { time: buffered, kind: 'started', reason: 'The run before it has ended.' },
    );
    buffered = undefined;
  }
  for (const one of chosen) {
    if ('skip' in one) settle(skipped(one.time, one.skip));
    else if (of.overlap === 'cancel-other' && one.time !== last) settle(skipped(one.time, REPLACED));
    else if (before === undefined || of.overlap === 'allow') settle(started(one));
    else settle(beside(one, before, { ...of, buffered }));
  }
  return { settled, buffered };
}

/** What becomes of a time whose turn comes while a run of before has not ended. */
function beside(one: { time: number; late: boolean }, before: string, { overlap, live, buffered }: Standing): Settled {
  if (overlap === 'cancel-other') {
    const { reason } = started(one);
    const stopped = `${reason} The run before it, which ${before}, was stopped for it.`;
    return { ...started(one), reason: stopped, stops: live.map((run) => run.id) };
  }
  if (overlap === 'buffer-one' && buffered === undefined) {
    const reason = `It starts when the run before it, which ${before}, has ended.`;
    return { time: one.time, kind: 'buffered', reason };
  }
  const also = overlap === 'buffer-one' ? ', and another time waits for that already' : '';
  return skipped(one.time, `The run before it ${before}${also}.`);
}

const REPLACED = 'A later time was due as well, and would have stopped its run at once.';

const skipped = (time: number, reason: string): Settled => ({ time, kind: 'skipped', reason });

function started({ time, late }: { time: number; late: boolean }): Settled {
  return { time, kind: 'started', reason: late ? 'It was missed, and is made up for.' : 'It was due.', late };
}

/** What holds up the run before, to go on a sentence about it. */
function standingOf(live: readonly LiveRun[]): string {
  const [run] = live;
  if (live.length > 1) return `(one of ${live.length}) has not ended`;
  if (run?.waitingOn === 'approval') return 'still waits for your answer';
  if (run?.waitingOn !== undefined) return 'still waits';
  return run?.status === 'paused' ? 'is paused' : 'has not ended';
}
