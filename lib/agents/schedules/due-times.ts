import type { Cadence } from '#lib/core/schedule.ts';
import { type CronTimes, readCron } from './cron.ts';
import { DAY, type Zone, zoneNamed } from './zone.ts';

const MINUTE = 60_000;
/** A cron expression is followed back this far; who was away for longer is told of the last ten years. */
const MOST_DAYS = 3653;

/** Due times of a stretch, the newest ones each, oldest first; those before them are only counted. */
export type Stretch = { times: number[]; earlier?: { count: number; first: number; last: number } };

/** When a cadence is due, ms since the epoch. */
export type DueTimes = {
  /** The next ones after a moment; fewer where there are no more. */
  next: (after: number, count: number) => number[];
  /** Those after a moment and up to another, that one included. */
  within: (after: number, until: number, most: number) => Stretch;
};
export type ReadCadence = { kind: 'fine'; due: DueTimes } | { kind: 'wrong'; message: string };

/** Reads a cadence. A zone that does not exist and an expression that never comes are wrong, in words. `now` bounds the search for the latter. */
export function readCadence(cadence: Cadence, now: number): ReadCadence {
  switch (cadence.kind) {
    case 'once':
      return {
        kind: 'fine',
        due: onGrid(
          (at) => (at >= cadence.at ? 0 : -1),
          () => cadence.at,
          1,
        ),
      };
    case 'interval': {
      const step = cadence.minutes * MINUTE;
      const index = (at: number) => Math.floor((at - cadence.anchor) / step);
      return { kind: 'fine', due: onGrid(index, (at) => cadence.anchor + at * step) };
    }
    case 'cron': {
      const zone = zoneNamed(cadence.zone);
      if (!zone) return { kind: 'wrong', message: `There is no time zone "${cadence.zone}".` };
      const read = readCron(cadence.expression, Math.floor(now / DAY));
      return read.kind === 'fine' ? { kind: 'fine', due: inZone(read.cron, zone) } : read;
    }
    default:
      return cadence satisfies never;
  }
}

/** Times that are numbered: `indexAt` is the number of the last one up to a moment. Numbers from `end` on are none. */
function onGrid(
  indexAt: (at: number) => number,
  timeOf: (index: number) => number,
  end = Number.POSITIVE_INFINITY,
): DueTimes {
  const span = (from: number, to: number) =>
    Array.from({ length: Math.max(0, Math.min(to, end) - from) }, (_, at) => timeOf(from + at));
  return {
    next: (after, count) => span(indexAt(after) + 1, indexAt(after) + 1 + count),
    within: (after, until, most) => {
      const first = indexAt(after) + 1;
      const past = indexAt(until) + 1;
      const kept = Math.max(first, past - most);
      const earlier = { count: kept - first, first: timeOf(first), last: timeOf(kept - 1) };
      return { times: span(kept, past), ...(earlier.count > 0 && { earlier }) };
    },
  };
}

/**
 * Times of calendar days in a zone. A day may reach into the next one, where a clock is put back across midnight, but never
 * further: so a stretch is looked at from a day before to a day after.
 */
function inZone({ times, isOn, longestGap }: CronTimes, zone: Zone): DueTimes {
  const dayAt = (instant: number) => Math.floor(zone.wallAt(instant) / DAY);
  const onDay = (day: number) => (isOn(day) ? zone.instantsOf(times.map((time) => day * DAY + time)) : []);
  return {
    next: (after, count) => {
      const found: number[] = [];
      const first = dayAt(after) - 1;
      let last = first + longestGap * (count + 1);
      for (let day = first; day <= last; day += 1) {
        found.push(...onDay(day).filter((one) => one > after));
        if (found.length >= count) last = Math.min(last, day + 1);
      }
      return found.sort(ascending).slice(0, count);
    },
    within: (after, until, most) => {
      const from = Math.max(after, until - MOST_DAYS * DAY);
      const found: number[] = [];
      let counted: Stretch['earlier'];
      for (let day = dayAt(from) - 1; day <= dayAt(until) + 1; day += 1) {
        found.push(...onDay(day).filter((one) => one > from && one <= until));
        // Counted only once the next day has been looked at, which may be woven into this one.
        if (found.length < most + 2 * times.length) continue;
        counted = count(counted, found.sort(ascending).splice(0, found.length - most - times.length));
      }
      counted = count(counted, found.sort(ascending).splice(0, Math.max(0, found.length - most)));
      return { times: found, ...(counted && { earlier: counted }) };
    },
  };
}

const ascending = (a: number, b: number): number => a - b;

function count(before: Stretch['earlier'], times: readonly number[]): Stretch['earlier'] {
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return before;
  return { count: (before?.count ?? 0) + times.length, first: before?.first ?? first, last };
}
