import type { Cadence } from '#lib/core/schedule.ts';
import { readCron } from './cron.ts';
import { listed, momentInWords, monthName, timeOfDay, WEEKDAYS, wallIn } from './moment-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** More times than this in a day are told as a pattern, or by the expression itself. */
const MOST_LISTED = 6;

/** When a schedule runs, in words: "every weekday at 08:00, Europe/Berlin". `zone` is the reader's, for cadences that have none. */
export function cadenceInWords(cadence: Cadence, zone: string): string {
  switch (cadence.kind) {
    case 'once':
      return `once, on ${momentInWords(cadence.at, zone)}`;
    case 'interval':
      return intervalInWords(cadence.minutes, wallIn(cadence.anchor, zone));
    case 'cron': {
      const words = cronInWords(cadence.expression);
      return `${words ?? `by the cron expression "${cadence.expression}"`}, ${cadence.zone}`;
    }
    default:
      return cadence satisfies never;
  }
}

function intervalInWords(minutes: number, anchor: number): string {
  const past = new Date(anchor).getUTCMinutes();
  if (minutes % 60 === 0) {
    const hours = minutes / 60;
    return `every ${hours === 1 ? 'hour' : `${hours} hours`}, ${pastTheHour(past)}`;
  }
  const every = minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
  if (60 % minutes !== 0 || past % minutes === 0) return every;
  return `${every}, from ${past % minutes} past the hour`;
}

const pastTheHour = (minutes: number): string => (minutes === 0 ? 'on the hour' : `at ${minutes} past the hour`);

/** `undefined` for an expression that words would only make longer. */
function cronInWords(expression: string): string | undefined {
  const read = readCron(expression, 0);
  if (read.kind === 'wrong') return undefined;
  const [, , date = '', month = '', weekday = ''] = expression.trim().split(/\s+/);
  const days = daysInWords(date, month, weekday.toUpperCase());
  const times = timesInWords(read.cron.times);
  if (days === undefined || times === undefined) return undefined;
  if (days === 'every day' && times.every) return times.every;
  return times.every ? `${days}, ${times.every}` : `${days} at ${times.at}`;
}

/** Times of a day: a few of them each, or a rhythm that fills the day or a part of it. */
function timesInWords(times: readonly number[]): { every?: string; at?: string } | undefined {
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  const step = times.length > 2 ? (times[1] ?? 0) - first : 0;
  const isEven = step > 0 && times.every((time, index) => time === first + index * step);
  if (isEven && step <= HOUR && 24 * HOUR === step * times.length) {
    const minutes = step / MINUTE;
    return { every: minutes === 60 ? `every hour, ${pastTheHour(first / MINUTE)}` : everyMinutes(minutes, first) };
  }
  if (times.length <= MOST_LISTED) return { at: listed(times.map(timeOfDay)) };
  if (isEven && step <= HOUR) {
    const rhythm = step === HOUR ? 'every hour' : everyMinutes(step / MINUTE, 0);
    return { every: `${rhythm} from ${timeOfDay(first)} to ${timeOfDay(last)}` };
  }
  return undefined;
}

function everyMinutes(minutes: number, first: number): string {
  const every = minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
  return first === 0 ? every : `${every}, from ${first / MINUTE} past the hour`;
}

/** `undefined` for days that only the expression can tell. */
function daysInWords(date: string, month: string, weekday: string): string | undefined {
  const everyMonth = month === '*';
  if (date === '*' && everyMonth) {
    const days = weekday === '*' ? undefined : weekdaysOf(weekday);
    if (weekday === '*') return 'every day';
    if (!days) return undefined;
    if (days.join() === '1,2,3,4,5') return 'every weekday';
    return `every ${listed(days.map((day) => WEEKDAYS[day] ?? ''))}`;
  }
  if (weekday !== '*' || !/^\d+$/.test(date)) return undefined;
  if (everyMonth) return `on day ${Number(date)} of every month`;
  return /^\d+$/.test(month) ? `every year on ${Number(date)} ${monthName(Number(month))}` : undefined;
}

/** The days of a day-of-week field, Sunday last; `undefined` for one with steps, "last" or "nth". */
function weekdaysOf(field: string): number[] | undefined {
  const days = new Set<number>();
  for (const part of field.split(',')) {
    const [from, to = from, more] = part.split('-').map(weekdayOf);
    if (from === undefined || to === undefined || more !== undefined || to < from) return undefined;
    for (let day = from; day <= to; day += 1) days.add(day % 7);
  }
  return [...days].sort((a, b) => (a || 7) - (b || 7));
}

function weekdayOf(text: string): number | undefined {
  if (/^[0-7]$/.test(text)) return Number(text);
  const named = WEEKDAYS.findIndex((day) => day.slice(0, 3).toUpperCase() === text);
  return named < 0 ? undefined : named;
}
