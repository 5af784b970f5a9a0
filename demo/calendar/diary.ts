import type { CalendarEvent } from './event.ts';
import { seedEvents } from './seed.ts';

export type Diary = ReturnType<typeof createDiary>;

/** The state of one calendar, in order of time. */
export const createDiary = ({ monday }: { monday: string }) => {
  let events: readonly CalendarEvent[] = seedEvents(monday);

  return {
    events: () => structuredClone([...events]),
    /** The fields must have been checked. */
    add: (fields: Omit<CalendarEvent, 'id'>): CalendarEvent => {
      const event = { id: `e${events.length + 1}`, ...fields };
      events = [...events, event].toSorted((a, b) => `${a.date}${a.start}`.localeCompare(`${b.date}${b.start}`));
      return event;
    },
  };
};
