import type { Firing, Schedule } from '#lib/core/schedule.ts';
import { readCadence, type Stretch } from './due-times.ts';
import { jitterOf } from './jitter.ts';
import { paused } from './lifecycle.ts';
import { chooseMissed, leftOut } from './missed.ts';
import { momentInWords } from './moment-words.ts';
import { type LiveRun, type Settled, settleOverlap } from './overlap.ts';

const HOUR = 3_600_000;
/** Due times of one stretch that get a row each; the older ones share one. More than any catch-up may start. */
const MOST_ROWS = 30;
/** Times that are dealt with may lie ahead where a clock was put back. By more than this, one of the two clocks was plainly wrong. */
const FAR_AHEAD_MS = 48 * HOUR;

/** A firing; one that starts a run says whether it comes late, and which runs stop for it. */
export type PlannedFiring = Firing & Pick<Settled, 'late' | 'stops'>;
/** What is to be written, oldest due time first, and the schedule afterwards. */
export type Plan = { firings: PlannedFiring[]; schedule: Schedule };

export type PlanQuestion = {
  schedule: Schedule;
  now: number;
  /** Its runs that have not ended. */
  live: readonly LiveRun[];
  /** Due times since it was last looked at that have had a run: a clock that was put back brings them again. */
  fired: ReadonlySet<number>;
  /** Why it can start no run, where it cannot. */
  barred?: string | undefined;
  /** The reader's zone, for the words. */
  zone: string;
};

/** What a schedule does now. Pure; every due time that has come is in it, also one that starts nothing. */
export function planSchedule(question: PlanQuestion): Plan {
  const { schedule, now, zone } = question;
  if (schedule.state === 'paused' || (schedule.state === 'done' && schedule.buffered === undefined))
    return { firings: [], schedule };
  const at = (settled: Settled, late = settled.late ?? false): PlannedFiring => ({
    ...{ schedule: schedule.id, at: now, by: late ? 'catch-up' : 'clock' },
    ...settled,
  });
  const read = readCadence(schedule.cadence, now);
  if (read.kind === 'wrong') {
    const failed = at({ time: now, kind: 'failed', reason: read.message });
    return { firings: [failed], schedule: paused(schedule, read.message) };
  }
  const jitter = jitterOf(schedule);
  const mend = mended(schedule, now, zone);
  const from = mend ? now : schedule.handledUntil;
  const { times, earlier } = read.due.within(from, now - jitter, MOST_ROWS);
  const chosen = chooseMissed(times, { ...question, jitter });
  const { settled, buffered } = settleOverlap(chosen, { ...question, ...schedule });
  const rows = question.barred === undefined ? settled : settled.map((one) => barredBy(one, question.barred));
  const firings = [
    ...(mend ? [at({ time: now, kind: 'skipped', reason: mend })] : []),
    ...(earlier ? [{ ...at({ time: earlier.last + 1, ...summedUp(earlier, question) }), sums: sumsOf(earlier) }] : []),
    ...rows.map((one) => at(one)),
  ];
  const handledUntil = Math.max(from, times.at(-1) ?? from);
  const [next] = read.due.next(handledUntil, 1);
  const after = { ...without(schedule), handledUntil, ...(buffered !== undefined && { buffered }) };
  const failed = rows.find((one) => one.kind === 'failed');
  if (failed) return { firings, schedule: paused(after, failed.reason) };
  if (next !== undefined) return { firings, schedule: { ...after, dueAt: next + jitter } };
  const done = { state: 'done' as const, reason: doneBecause(rows) ?? schedule.reason };
  return { firings, schedule: { ...after, ...done } };
}

/** Whether a schedule has anything to do now, so that most wakes need not plan it. */
export function isToBePlanned(schedule: Schedule, now: number, live: readonly LiveRun[]): boolean {
  if (schedule.state === 'paused') return false;
  if (schedule.buffered !== undefined && live.length === 0) return true;
  if (schedule.state === 'done') return false;
  return schedule.dueAt === undefined || schedule.dueAt <= now || schedule.handledUntil > now + FAR_AHEAD_MS;
}

function mended({ handledUntil }: Schedule, now: number, zone: string): string | undefined {
  if (handledUntil <= now + FAR_AHEAD_MS) return undefined;
  return `The clock of this computer was put back: due times up to ${momentInWords(handledUntil, zone)} had been dealt with. From now on they count again.`;
}

function summedUp({ count, first, last }: NonNullable<Stretch['earlier']>, { schedule, zone }: PlanQuestion) {
  const span = `from ${momentInWords(first, zone)} to ${momentInWords(last, zone)}`;
  return { kind: 'skipped' as const, reason: `${count} due times ${span}, summed up here. ${leftOut(schedule)}` };
}

const sumsOf = ({ count, first }: NonNullable<Stretch['earlier']>) => ({ count, first });

function barredBy({ stops: _, late: __, ...one }: Settled, barred = ''): Settled {
  return one.kind === 'started' || one.kind === 'buffered' ? { ...one, kind: 'failed', reason: barred } : one;
}

function without({ buffered: _, dueAt: __, ...schedule }: Schedule): Schedule {
  return schedule;
}

/** Why a schedule that never comes again is done. */
function doneBecause(rows: readonly Settled[]): string | undefined {
  const last = rows.at(-1);
  if (!last) return undefined;
  return last.kind === 'skipped' ? last.reason : 'It ran at its time.';
}
