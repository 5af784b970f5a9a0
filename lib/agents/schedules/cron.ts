import { Cron } from 'croner';
import { DAY } from './zone.ts';

const MINUTE = 60_000;
/** The longest gap between two days that an expression can name: a 29 February, across a year like 2100. */
const LONGEST_GAP_DAYS = 8 * 366;

/** A cron expression, apart from any zone: the times of a day, ms since its midnight, and the days on which they are. */
export type CronTimes = { times: number[]; isOn: (day: number) => boolean; longestGap: number };
export type ReadCron = { kind: 'fine'; cron: CronTimes } | { kind: 'wrong'; message: string };

/**
 * Reads five fields: minute, hour, day of month, month, day of week. As in cron, a day matches either of the two day fields when
 * both are narrowed. A day is counted from 1 January 1970. `today` is where to look for the first one: an expression without any is wrong.
 */
export function readCron(expression: string, today: number): ReadCron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5)
    return wrong(
      `"${expression}" has ${fields[0] === '' ? 0 : fields.length} fields; a cron expression has five: minute, hour, day of month, month, day of week.`,
    );
  // To the library a question mark is the day on which it looks, which would move the schedule.
  if (expression.includes('?')) return wrong(`"${expression}" has a "?"; write "*" for any day.`);
  const [minute = '', hour = '', ...days] = fields;
  try {
    const hours = Array.from({ length: 24 }, (_, at) => at * 60).filter(matching(`0 ${hour} * * *`));
    const minutes = Array.from({ length: 60 }, (_, at) => at).filter(matching(`${minute} * * * *`));
    const isOnDay = matching(`0 0 ${days.join(' ')}`);
    const isOn = (day: number) => isOnDay((day * DAY) / MINUTE);
    const comes = Array.from({ length: LONGEST_GAP_DAYS }, (_, ahead) => today + ahead).some(isOn);
    if (!comes) return wrong(`"${expression}" names a day that no year has.`);
    const times = hours.flatMap((at) => minutes.map((past) => (at + past) * MINUTE));
    return { kind: 'fine', cron: { times, isOn, longestGap: LONGEST_GAP_DAYS } };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : 'it could not be read';
    return wrong(`"${expression}" is no cron expression: ${why.replace(/\.$/, '')}.`);
  }
}

/** Whether an expression matches a minute, counted in UTC. Of the library only this is used: it keeps no timer and knows no zone here. */
function matching(expression: string): (minute: number) => boolean {
  const cron = new Cron(expression, { mode: '5-part', timezone: 'UTC', paused: true });
  return (minute) => cron.match(new Date(minute * MINUTE));
}

const wrong = (message: string): ReadCron => ({ kind: 'wrong', message });
