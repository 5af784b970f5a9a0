import type { Cadence, Firing, Schedule } from '#lib/core/schedule.ts';

const MINUTE = 60_000;

/**
 * Due times found another way: a walk over every minute (or every so many), asking the browser's own calendar what a clock in the
 * zone shows, and reading the expression by hand. Slow, and too simple to be wrong in the same way.
 */
export function minuteByMinute(cadence: Cadence, after: number, until: number, stride = 1): number[] {
  if (cadence.kind === 'once') return cadence.at > after && cadence.at <= until ? [cadence.at] : [];
  const isDue = cadence.kind === 'interval' ? onGrid(cadence) : onClock(cadence);
  const found: number[] = [];
  const step = stride * MINUTE;
  for (let at = (Math.floor(after / step) + 1) * step; at <= until; at += step) if (isDue(at)) found.push(at);
  return found;
}

/** Anchors are whole minutes here. */
const onGrid =
  ({ minutes, anchor }: Extract<Cadence, { kind: 'interval' }>) =>
  (instant: number) =>
    Number.isInteger((instant - anchor) / (minutes * MINUTE));

function onClock({ expression, zone }: Extract<Cadence, { kind: 'cron' }>): (instant: number) => boolean {
  const [minute, hour, date, month, weekday] = expression.split(' ').map(readField);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    ...{ weekday: 'short', day: 'numeric', month: 'numeric', hour: 'numeric', minute: 'numeric' },
  });
  return (instant) => {
    const shown = Object.fromEntries(clock.formatToParts(instant).map((part) => [part.type, part.value]));
    const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(shown.weekday ?? '');
    if (!minute?.has(Number(shown.minute)) || !hour?.has(Number(shown.hour)) || !month?.has(Number(shown.month)))
      return false;
    const onDate = date?.has(Number(shown.day)) ?? false;
    const onWeekday = (weekday?.has(day) || (day === 0 && weekday?.has(7))) ?? false;
    // Cron's own oddity: two narrowed day fields widen each other.
    const [, , dateField, , weekdayField] = expression.split(' ');
    return dateField === '*' || weekdayField === '*' ? onDate && onWeekday : onDate || onWeekday;
  };
}

function readField(field: string): Set<number> {
  const numbers = field.split(',').flatMap((part) => {
    const [range = '*', step = '1'] = part.replace('MON', '1').split('/');
    const [from, to] = range === '*' ? [0, 59] : range.split('-').map(Number);
    const all = Array.from({ length: (to ?? from ?? 0) - (from ?? 0) + 1 }, (_, index) => (from ?? 0) + index);
    return all.filter((number) => (number - (from ?? 0)) % Number(step) === 0);
  });
  return new Set(numbers);
}

/** What is true at one wake. */
type Wake = { schedule: Schedule; now: number; due: readonly number[]; live: number; fired: ReadonlySet<number> };

/** What should become of each due time: is it late, is it too old, are enough newer ones made up for, is somebody in its way. Jitter is left out here. */
export function verdictsOf(wake: Wake): Map<number, Firing['kind']> {
  const { schedule, due, live, fired } = wake;
  const verdicts = new Map<number, Firing['kind']>();
  for (const time of due) if (!fired.has(time)) verdicts.set(time, 'skipped');
  const starters = startersOf(wake);
  const waiting = schedule.buffered;
  const isFreed = waiting !== undefined && live === 0;
  const isReplaced = schedule.overlap === 'cancel-other' && starters.length > 0;
  if (isFreed) verdicts.set(waiting, isReplaced ? 'skipped' : 'started');
  const isBlocked = live > 0 || (isFreed && !isReplaced);
  const mayWait = waiting === undefined || isFreed;
  for (const [index, time] of starters.entries()) {
    const isLast = index === starters.length - 1;
    const verdict = verdictAt({ place: isBlocked ? index + 1 : index, isLast, mayWait }, schedule.overlap);
    if (verdict) verdicts.set(time, verdict);
  }
  return verdicts;
}

/** By its place in the queue behind the run that is there, if there is one: 0 is free to go. */
function verdictAt(
  { place, isLast, mayWait }: { place: number; isLast: boolean; mayWait: boolean },
  overlap: Schedule['overlap'],
): Firing['kind'] | undefined {
  if (overlap === 'allow') return 'started';
  if (overlap === 'cancel-other') return isLast ? 'started' : undefined;
  if (place === 0) return 'started';
  return overlap === 'buffer-one' && place === 1 && mayWait ? 'buffered' : undefined;
}

/** The times that would start a run if nobody were in their way, counted from the newest back. */
function startersOf({ schedule, now, due, fired }: Wake): number[] {
  const isPrompt = (time: number) => time === due.at(-1) && now - time <= 2 * MINUTE;
  const starters: number[] = [];
  let room = schedule.catchUp === 'all' ? schedule.mostCaughtUp : 1;
  for (const time of [...due].reverse()) {
    if (!isPrompt(time) && now - time > schedule.lookbackHours * 60 * MINUTE) break;
    if (room === 0) break;
    room -= 1;
    const isWanted = schedule.catchUp !== 'skip' || isPrompt(time);
    if (isWanted && !fired.has(time)) starters.unshift(time);
  }
  return starters;
}
