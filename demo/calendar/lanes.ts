import { type CalendarEvent, minutesOf } from './event.ts';

/** Where an event of a day stands beside those that overlap it: lane `lane` of `lanes`. */
export type Placed = { readonly event: CalendarEvent; readonly lane: number; readonly lanes: number };

/** Lays the events of one day out so that none covers another. They must be in order of their start. */
export const placeInLanes = (events: readonly CalendarEvent[]): Placed[] => {
  const placed: Placed[] = [];
  let cluster: { event: CalendarEvent; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { event, lane } of cluster) placed.push({ event, lane, lanes: ends.length });
    cluster = [];
    ends = [];
  };
  for (const event of events) {
    const start = minutesOf(event.start);
    if (ends.every((end) => end <= start)) close();
    const free = ends.findIndex((end) => end <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = minutesOf(event.end);
    cluster.push({ event, lane });
  }
  close();
  return placed;
};
