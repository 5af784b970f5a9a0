import { isStopWord } from './stop-words.ts';

/** A number as a text states it: its value, what it counts as far as the next word tells, and where it stands. */
export type Quantity = { value: number; unit: string; start: number; end: number };

const SCALE: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  tausend: 1e3,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  mio: 1e6,
  m: 1e6,
  billion: 1e9,
  billions: 1e9,
  bn: 1e9,
  milliarden: 1e9,
  milliarde: 1e9,
  mrd: 1e9,
};
const SPOKEN: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwölf: 12,
};
const UNIT: Record<string, string> = {
  '%': '%',
  percent: '%',
  'per cent': '%',
  prozent: '%',
  euro: '€',
  euros: '€',
  eur: '€',
  pound: '£',
  pounds: '£',
  dollar: '$',
  dollars: '$',
  hour: 'hour',
  stunde: 'hour',
  db: 'decibel',
  decibels: 'decibel',
  dezibel: 'decibel',
  year: 'years',
  years: 'years',
  jahr: 'years',
  jahre: 'years',
  jahren: 'years',
  kw: 'kilowatt',
  kwh: 'kilowatt-hour',
  km: 'kilometr',
  kg: 'kilogram',
};

const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d.,:])(?<sign>[£$€])?\s?(?<digits>\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|${Object.keys(SPOKEN).join('|')})(?![\d:])(?:[\s\u00a0-]?(?<scale>${Object.keys(SCALE).join('|')})\b)?[\s\u00a0-]?(?<unit>%|[£$€]|per cent|\p{L}+)?`,
  'giu',
);

/** Numbers of a text with their units, in order. Bare years count as the unit `year`. */
export function quantitiesOf(text: string): Quantity[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const { sign, digits = '', scale, unit } = match.groups ?? {};
    const value = amountOf(digits) * (SCALE[scale?.toLowerCase() ?? ''] ?? 1);
    const isYear = !sign && !scale && /^(?:1[89]|20)\d\d$/.test(digits) && !/^[%£$€]/.test(unit ?? '');
    const counted = isYear ? 'year' : (sign ?? unitOf(unit ?? ''));
    // "A hundred and twenty", "two of them": a spoken number that counts nothing named is too vague to compare.
    return counted === '' && !/\d/.test(digits)
      ? []
      : [{ value, unit: counted, start: match.index, end: match.index + match[0].length }];
  });
}

/** What a word says is counted; the same for its plural. Words that carry no meaning count nothing. */
export function unitOf(word: string): string {
  const lower = word.toLowerCase();
  if (isStopWord(lower)) return '';
  return UNIT[lower] ?? (lower.length > 3 ? lower.replace(/(?:en|es|s|n|e)$/, '') : lower);
}

/** Reads both ways of grouping: a last group of three digits groups, another one is a fraction. */
function amountOf(digits: string): number {
  const spoken = SPOKEN[digits.toLowerCase()];
  if (spoken !== undefined) return spoken;
  const plain = digits.replace(/[\s\u00a0\u202f]/g, '');
  const [, whole = plain, fraction] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(plain) ?? [];
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction ?? '0'}`);
}
