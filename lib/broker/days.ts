const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const GERMAN = new Map([
  ['mär', 3],
  ['mai', 5],
  ['okt', 10],
  ['dez', 12],
]);
const MONTH = String.raw`(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*`;

const ISO = /(?<![\p{L}\p{N}])(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T\s]|[^\p{L}\p{N}])/gu;
const DOTTED = /(?<![\p{L}\p{N}.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?![\p{L}\p{N}])/gu;
const SLASHED = /(?<![\p{L}\p{N}/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\p{L}\p{N}/])/gu;
const DAY_FIRST = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(${MONTH})\.?(?:,?\s+(\d{4}))?(?![\p{L}\p{N}])`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${MONTH})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\p{L}\p{N}:])`,
  'giu',
);
const CLOCK = /^\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]m)?$/i;
const NAMED = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|heute|morgen|gestern)$/i;

/** The days that stand in a text, as `2024-05-26`, or `05-26` where no year is said. What could be two days (03/04/2024) is none. */
export function daysIn(text: string): string[] {
  const days: (string | undefined)[] = [];
  for (const [, year, month, day] of text.matchAll(ISO)) days.push(dayOf(year, Number(month), Number(day)));
  for (const [, day, month, year] of text.matchAll(DOTTED)) days.push(dayOf(year, Number(month), Number(day)));
  for (const [, one, other, year] of text.matchAll(SLASHED)) days.push(slashed(year, Number(one), Number(other)));
  for (const [, day, month = '', year] of text.matchAll(DAY_FIRST)) days.push(dayOf(year, monthOf(month), Number(day)));
  for (const [, month = '', day, year] of text.matchAll(MONTH_FIRST))
    days.push(dayOf(year, monthOf(month), Number(day)));
  return [...new Set(days.filter((one) => one !== undefined))];
}

/** Whether a value is a day or a time and nothing else: it narrows a search, and names nothing. */
export function isDay(value: string): boolean {
  const text = value.trim();
  if (text.length > 40) return false;
  if (CLOCK.test(text) || NAMED.test(text)) return true;
  const rest = [ISO, DOTTED, SLASHED, DAY_FIRST, MONTH_FIRST].reduce((left, one) => left.replaceAll(one, ' '), text);
  return rest !== text && /^[T\s,]*(?:\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/.test(rest);
}

/** Whether a value is a day that the text says, in whatever way either is written. Nothing else may hang on it. */
export function isSameDay(value: string, text: string): boolean {
  const [day, ...others] = isDay(value) && !/\d:\d/.test(value) ? daysIn(value) : [];
  if (day === undefined || others.length > 0) return false;
  return daysIn(text).some((one) => one === day || (one.length === 5 && day.endsWith(one)));
}

function dayOf(year: string | undefined, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const two = (one: number) => String(one).padStart(2, '0');
  return `${year ? `${year}-` : ''}${two(month)}-${two(day)}`;
}

function slashed(year: string | undefined, one: number, other: number): string | undefined {
  if (one === other || other > 12) return dayOf(year, one, other);
  return one > 12 ? dayOf(year, other, one) : undefined;
}

function monthOf(name: string): number {
  const short = name.slice(0, 3).toLowerCase();
  return GERMAN.get(short) ?? MONTHS.indexOf(short) + 1;
}
