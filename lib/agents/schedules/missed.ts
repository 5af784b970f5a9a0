import type { Schedule } from '#lib/core/schedule.ts';

const HOUR = 3_600_000;
/** A wake comes a little after the time it was set for; later than this, the time was missed. */
export const GRACE_MS = 2 * 60_000;

/** A due time that a run is to be started for, late or not; or one that is left out, and why. */
export type Chosen = { time: number; late: boolean } | { time: number; skip: string };

/**
 * Which of the due times that have come get a run, oldest first. The newest one is on time if it came just now; all others were
 * missed, and the schedule's catch-up says what becomes of those. `fired` are times that have had their run.
 */
export function chooseMissed(
  times: readonly number[],
  of: { schedule: Schedule; now: number; jitter: number; fired: ReadonlySet<number> },
): Chosen[] {
  const { schedule, now, jitter, fired } = of;
  const newest = times.at(-1);
  const onTime = newest !== undefined && now - newest - jitter <= GRACE_MS ? newest : undefined;
  const oldest = now - schedule.lookbackHours * HOUR;
  const made = times.filter((time) => time === onTime || time >= oldest);
  const wanted = new Set(
    made.slice(-mostOf(schedule)).filter((time) => time === onTime || schedule.catchUp !== 'skip'),
  );
  return times
    .filter((time) => !fired.has(time))
    .map((time): Chosen => {
      if (wanted.has(time)) return { time, late: time !== onTime };
      return { time, skip: time < oldest && time !== onTime ? tooOld(schedule) : leftOut(schedule) };
    });
}

function mostOf({ catchUp, mostCaughtUp }: Schedule): number {
  return catchUp === 'all' ? mostCaughtUp : 1;
}

export function leftOut({ catchUp, mostCaughtUp }: Schedule): string {
  const missed = 'It was missed: the browser was closed or the computer slept.';
  switch (catchUp) {
    case 'skip':
      return `${missed} This schedule leaves missed times out.`;
    case 'latest':
      return `${missed} Only the newest missed time is made up for.`;
    case 'all':
      return `${missed} Only the newest ${mostCaughtUp} are made up for.`;
    default:
      return catchUp satisfies never;
  }
}

function tooOld({ lookbackHours }: Schedule): string {
  return `It was missed, more than ${lookbackHours} ${lookbackHours === 1 ? 'hour' : 'hours'} ago, which is as far back as this schedule looks.`;
}
