import { nextDue } from '#lib/agents/schedules/next-due.ts';
import type { Schedule } from '#lib/core/schedule.ts';
import { lapse } from '../format.ts';
import { useApp } from '../state/app.ts';
import { dayAndTime, ownZone, timeIn } from '../state/due-words.ts';
import { words } from '../strings/schedules.ts';

const SHOWN = 10;

/** The next ten times, by the reader's own clock, and by the schedule's where that is another one. */
export function NextTimes({ schedule }: { schedule: Schedule }) {
  const now = useApp().clock.minute.value;
  const { cadence, state, handledUntil } = schedule;
  const next = state === 'done' ? [] : nextDue(schedule, state === 'on' ? handledUntil : now, SHOWN);
  if (next.length === 0) return <p class="quiet">{words.nextNone}</p>;
  const there = cadence.kind === 'cron' && cadence.zone !== ownZone() ? cadence.zone : undefined;
  return (
    <>
      {state === 'paused' && <p class="quiet">{words.nextPaused}</p>}
      <TimeList times={next} now={now} zone={there} isFaint={state === 'paused'} />
    </>
  );
}

type Props = { times: readonly number[]; now: number; zone?: string | undefined; isFaint?: boolean };

/** Times in a column of figures, how far off each is beside it. */
export function TimeList({ times, now, zone, isFaint = false }: Props) {
  return (
    <ol class="times figures" data-faint={isFaint || undefined}>
      {times.map((at) => (
        <li key={at}>
          <span>{dayAndTime(at)}</span>
          <span class="quiet" title={zone}>
            {zone !== undefined && `${words.there(timeIn(at, zone))} · `}
            {at > now ? words.inTime(lapse(at - now)) : words.due}
          </span>
        </li>
      ))}
    </ol>
  );
}
