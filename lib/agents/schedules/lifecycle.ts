import type { CountedEnd } from '#lib/core/ports.ts';
import type { Schedule, ScheduleOrder } from '#lib/core/schedule.ts';
import { jitterOf } from './jitter.ts';
import { nextDue } from './next-due.ts';

/** A schedule that was ordered now. No time before that is ever due. */
export function created(order: ScheduleOrder, id: string, now: number): Schedule {
  return setOn({ ...order, id, createdAt: now, ...FRESH }, now);
}

/** A schedule with a new order. Another cadence counts from now on; one that was done is on again with it. */
export function changed(before: Schedule, order: ScheduleOrder, now: number): Schedule {
  const { taskLabel, budget: _, ...kept } = before;
  // Words that the person has changed are the person's.
  const label = order.task === before.task && taskLabel ? { taskLabel } : {};
  const after: Schedule = { ...kept, ...order, ...label };
  if (JSON.stringify(order.cadence) !== JSON.stringify(before.cadence))
    return before.state === 'paused' ? { ...after, handledUntil: now } : setOn(after, now);
  return before.state === 'on' ? setOn(after, before.handledUntil) : after;
}

/** Off, with the reason in words. What waited for a run to end waits no more. */
export function paused({ dueAt: _, buffered: __, ...schedule }: Schedule, reason: string): Schedule {
  return { ...schedule, state: 'paused', reason };
}

/** On again. No time before now is due any more, and failures count anew. */
export function resumed({ buffered: _, ...schedule }: Schedule, now: number): Schedule {
  return setOn({ ...schedule, ...FRESH }, now);
}

/** A schedule whose runs ended. Failures in a row pause it; a stop, a refusal or a cap is no failure and no success. Runs by hand do not count. */
export function afterEnds(schedule: Schedule, ends: readonly CountedEnd[]): Schedule {
  let { failures } = schedule;
  const counted = ends.filter((one) => one.by !== 'person');
  for (const { state } of counted) {
    if (state === 'succeeded') failures = 0;
    if (state === 'failed') failures += 1;
  }
  const after = { ...schedule, failures };
  const last = counted.findLast((one) => one.state === 'failed');
  const { pauseAfterFailures: most } = schedule;
  if (schedule.state !== 'on' || !last || most === 0 || failures < most) return after;
  const many = failures === 1 ? 'a run failed' : `${failures} runs in a row failed`;
  return paused(after, `It paused itself because ${many}. The last one: ${last.reason}`);
}

const FRESH = { state: 'on', reason: '', failures: 0, handledUntil: 0 } as const;

function setOn({ dueAt: _, ...schedule }: Schedule, handledUntil: number): Schedule {
  const [next] = nextDue(schedule, handledUntil, 1);
  const due = next === undefined ? {} : { dueAt: next + jitterOf(schedule) };
  return { ...schedule, state: 'on', reason: '', handledUntil, ...due };
}
