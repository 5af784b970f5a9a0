/** One appointment within one day. */
export type CalendarEvent = {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`, 24 hours. */
  readonly start: string;
  /** `HH:MM`, after `start`. */
  readonly end: string;
  readonly place: string;
  /** Mail addresses as typed. */
  readonly guests: readonly string[];
  readonly notes: string;
};

export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
