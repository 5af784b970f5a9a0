/** Dates are `YYYY-MM-DD` and everything is told in UTC, without commas, so the demo looks the same on every machine and Node. */
const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  return (iso: string): string => formatter.format(new Date(iso)).replaceAll(',', '');
};

/** "Monday 23 November 2026", of a date or a time stamp. */
export const longDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "23 November 2026". */
export const plainDate = format({ day: 'numeric', month: 'long', year: 'numeric' });

/** "Mon 23 Nov". */
export const shortDate = format({ weekday: 'short', day: 'numeric', month: 'short' });

/** "08:42", of a time stamp. */
export const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const addDays = (date: string, days: number): string => {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
};

/** The Monday on or before a date. */
export const mondayOf = (date: string): string => addDays(date, -((new Date(date).getUTCDay() + 6) % 7));

/** Whether the text is a day that exists. */
export const isDate = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
