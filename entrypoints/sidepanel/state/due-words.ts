import { date, isSameDay, lapse } from '../format.ts';
import { words } from '../strings/schedules.ts';

const HOUR = 3_600_000;

/** When something is due, as a person would say it: `in 8 min`, `14:05`, `tomorrow 08:00`, `Fri 08:00`, `4 Dec`. */
export function dueWords(at: number | undefined, now: number): string {
  if (at === undefined) return words.never;
  const left = at - now;
  if (left <= 0) return words.due;
  if (left < HOUR) return words.inTime(lapse(left));
  const time = timeIn(at);
  if (isSameDay(at, now)) return time;
  if (isSameDay(at, now + 24 * HOUR)) return words.tomorrow(time);
  return left < 6 * 24 * HOUR ? `${format(at, { weekday: 'short' })} ${time}` : date(at, now);
}

/** A due time in full, by the reader's own clock: `Fri 27 Nov, 08:00`. */
export function dayAndTime(at: number, zone?: string): string {
  const day = format(at, { weekday: 'short', day: 'numeric', month: 'short' }, zone).replace(',', '');
  return `${day}, ${timeIn(at, zone)}`;
}

export function timeIn(at: number, zone?: string): string {
  return format(at, { hour: '2-digit', minute: '2-digit' }, zone);
}

function format(at: number, options: Intl.DateTimeFormatOptions, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, ...(zone !== undefined && { timeZone: zone }) }).format(at);
}

/** The reader's own zone. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
