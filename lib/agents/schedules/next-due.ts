import type { Cadence, Schedule } from '#lib/core/schedule.ts';
import { readCadence } from './due-times.ts';

/** The next due times of a schedule after a moment, ms, without its jitter; none where its cadence cannot be read. */
export function nextDue({ cadence }: Pick<Schedule, 'cadence'>, from: number, count: number): number[] {
  const read = readCadence(cadence, from);
  return read.kind === 'fine' ? read.due.next(from, count) : [];
}

/** Why a cadence cannot be used from a moment on, in a sentence; `undefined` when it can. */
export function problemOf(cadence: Cadence, from: number): string | undefined {
  const read = readCadence(cadence, from);
  if (read.kind === 'wrong') return read.message;
  if (read.due.next(from, 1).length > 0) return undefined;
  return cadence.kind === 'once' ? 'That time is over. Choose one that is still to come.' : 'It never comes.';
}
