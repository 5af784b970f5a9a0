import type { Cadence } from '#lib/core/schedule.ts';
import { form as words } from '../strings/schedules.ts';

const UNITS = { minutes: 1, hours: 60, days: 24 * 60 } as const;
export type Unit = keyof typeof UNITS;
/** Days of a calendar rhythm by name, as the last three fields of a cron expression. */
const DAYS = {
  ...{ day: '* * *', weekday: '* * 1-5', mon: '* * 1', tue: '* * 2', wed: '* * 3', thu: '* * 4', fri: '* * 5' },
  ...{ sat: '* * 6', sun: '* * 0', first: '1 * *' },
} as const;
export type Pattern = keyof typeof DAYS | 'own';

/** A cadence as it stands in boxes; what belongs to the other kinds is kept, so that one can look at them and come back. */
export type CadenceText = {
  kind: Cadence['kind'];
  /** Local day and time, `2026-11-27T08:00`. */
  at: string;
  every: string;
  unit: Unit;
  from: string;
  expression: string;
  zone: string;
};

/** A cadence as texts; `now` and `zone` are what the boxes of the other kinds begin with. */
export function textOfCadence(cadence: Cadence, now: number, zone: string): CadenceText {
  const hour = new Date(now);
  hour.setHours(hour.getHours() + 1, 0, 0, 0);
  const usual = { at: localText(hour.getTime()), from: localText(hour.getTime()), every: '1', unit: 'hours' as const };
  const text = { ...usual, kind: cadence.kind, expression: '0 8 * * *', zone };
  switch (cadence.kind) {
    case 'once':
      return { ...text, at: localText(cadence.at) };
    case 'interval':
      return { ...text, ...inUnits(cadence.minutes), from: localText(cadence.anchor) };
    case 'cron':
      return { ...text, expression: cadence.expression, zone: cadence.zone };
    default:
      return cadence satisfies never;
  }
}

/** The cadence that the texts say, or what is wrong with them. Whether it ever comes is another question. */
export function readCadenceText(text: CadenceText): Cadence | string {
  switch (text.kind) {
    case 'once': {
      const at = fromLocalText(text.at);
      return at === undefined ? words.noTime : { kind: 'once', at };
    }
    case 'interval': {
      const every = Number(text.every);
      const anchor = fromLocalText(text.from);
      if (!Number.isInteger(every) || every < 1) return words.noNumber;
      return anchor === undefined ? words.noTime : { kind: 'interval', minutes: every * UNITS[text.unit], anchor };
    }
    case 'cron':
      return { kind: 'cron', expression: text.expression.trim(), zone: text.zone.trim() };
    default:
      return text.kind satisfies never;
  }
}

/** The named days and the time of day of an expression, where it says just that. */
export function patternOf(expression: string): { pattern: Pattern; time: string } {
  const [, minute = '', hour = '', days = ''] = /^(\d{1,2}) (\d{1,2}) (.+)$/.exec(expression.trim()) ?? [];
  const found = PATTERNS.find((pattern) => DAYS[pattern] === days);
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return found && Number(hour) < 24 && Number(minute) < 60 ? { pattern: found, time } : { pattern: 'own', time: '' };
}

/** The expression of named days at a time of day; undefined where there is no time. */
export function expressionOf(pattern: keyof typeof DAYS, time: string): string | undefined {
  const [hour, minute] = time.split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return undefined;
  return `${minute} ${hour} ${DAYS[pattern]}`;
}

export const PATTERNS = ['day', 'weekday', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'first'] as const;

function inUnits(minutes: number): { every: string; unit: Unit } {
  const unit = minutes % UNITS.days === 0 ? 'days' : minutes % UNITS.hours === 0 ? 'hours' : 'minutes';
  return { every: String(minutes / UNITS[unit]), unit };
}

function localText(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function fromLocalText(text: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
