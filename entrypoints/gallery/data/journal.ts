import type { Happening, RunEvent } from '#lib/core/event.ts';

/** A journal with one more event at its end. */
export function happened(events: RunEvent[], at: number, happening: Happening, run = events[0]?.run ?? ''): RunEvent[] {
  return [...events, { run, seq: events.length, at, happening }];
}

/** A journal from happenings, each `stepMs` after the one before. */
export function journal(run: string, from: number, stepMs: number, happenings: readonly Happening[]): RunEvent[] {
  return happenings.map((happening, seq) => ({ run, seq, at: from + seq * stepMs, happening }));
}
