import { zoneNamed } from './zone.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A moment as a clock and a calendar in a zone show it: "Fri 27 Nov 2026, 08:00". An unknown zone is read as UTC. */
export function momentInWords(instant: number, zone: string): string {
  const wall = new Date(wallIn(instant, zone));
  const weekday = WEEKDAYS[wall.getUTCDay()]?.slice(0, 3);
  const time = timeOfDay(wall.getTime());
  return `${weekday} ${wall.getUTCDate()} ${MONTHS[wall.getUTCMonth()]} ${wall.getUTCFullYear()}, ${time}`;
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month);
}

/** The time of day of a wall time, "08:00". */
export function timeOfDay(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16);
}

export function wallIn(instant: number, zone: string): number {
  return zoneNamed(zone)?.wallAt(instant) ?? instant;
}

/** "Monday, Tuesday and Friday" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
