import { isDay } from './days.ts';
import { contentOf, isQuoted, placeOf, type Spoken, wordsOf } from './spoken.ts';

/** Whether a name stands in what the person said as whole words, in their order: "vacation plans" is no name of "vacation-plans.docx". */
export function standsIn(name: string, spoken: Spoken): boolean {
  if (isNumber(name)) return standsAsNumber(name, spoken.text);
  const wanted = wordsOf(name);
  if (wanted.map((one) => one.text).join('').length < 2) return false;
  if (EXACT.test(name)) return standsLiterally(name, spoken.text);
  return placeOf(wanted, spoken) !== undefined && (contentOf(wanted, NONE).length > 0 || isQuoted(wanted, spoken));
}

const NONE: ReadonlySet<string> = new Set();

/** What is written like a path, an address or markup is compared sign by sign. */
const EXACT = /[\\/:?#%&=<>|*@~$^{}]|\.\./;

/** Whether a text stands in another sign by sign, but for its spaces, and not as a part of a word. */
export function standsLiterally(value: string, text: string): boolean {
  const wanted = spaced(value);
  if (wanted === '') return false;
  const whole = spaced(text);
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    if (!isGlued(whole[at - 1], wanted[0]) && !isGlued(wanted.at(-1), whole[at + wanted.length])) return true;
  }
  return false;
}

const spaced = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const isGlued = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && /[\p{L}\p{N}\p{M}]/u.test(one) && /[\p{L}\p{N}\p{M}]/u.test(other);

export const isNumber = (name: string): boolean => /^\d+$/.test(name);

/** A number alone says nothing of what it counts: "at 13:00" names no file 13, but "file 13" does where files are the kind. */
export function standsAsNumber(number: string, text: string, kinds: readonly string[] = []): boolean {
  const before = ['id', 'number', 'no\\.?', 'nr\\.?', ...kinds.map((one) => one.replace(/[^a-z]/g, ''))].filter(
    Boolean,
  );
  return new RegExp(
    `(?:(?<![\\p{L}\\p{N}])(?:${before.join('|')})\\s*|[#'"“„])['"“„#]?${number}(?![\\p{N}\\p{L}:.,/-]*[\\p{N}\\p{L}])`,
    'iu',
  ).test(text);
}

/**
 * Whether a title is one by which the person named a thing: all of it stands in their words, but for a file's ending, and it is a
 * name there: in quotes, a file's, in capital letters, or of at least two words that tell more than what kind of thing it is.
 */
export function isNamedBy(title: string, spoken: Spoken, kinds: ReadonlySet<string> = NONE): boolean {
  if (isDay(title) || title.includes('@') || title.includes('/')) return false;
  const bare = withoutEnding(title);
  const isFile = bare !== title;
  if (isFile && hasContent(title) && placeOf(wordsOf(title), spoken) !== undefined) return true;
  const words = wordsOf(bare);
  if (!hasContent(bare)) return false;
  if (isQuoted(words, spoken)) return true;
  const place = placeOf(words, spoken);
  if (place === undefined) return false;
  const content = contentOf(words, kinds);
  if (content.length >= 2) return true;
  const [only] = content;
  const said = spoken.words[place + (only ? words.indexOf(only) : 0)];
  return only !== undefined && said?.isCapital === true && !said.opens;
}

/** What a file is called, but for what kind of file it is. */
export const withoutEnding = (title: string): string => title.replace(/\.\p{L}{2,4}\d?$/u, '');

const hasContent = (name: string): boolean => contentOf(wordsOf(name), NONE).length > 0;
