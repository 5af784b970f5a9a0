import { wordsOfName } from './kinds.ts';
import { isStopWord } from './stop-words.ts';

/** A word of a text in the form that names are compared in: case, width and accents' spelling don't count. */
export type Word = {
  text: string;
  /** Begins a sentence or a clause: no name runs on over it, and its capital letter tells nothing. */
  opens: boolean;
  isCapital: boolean;
  /** Which address, path or file it is a part of, or none: a part of one names nothing. */
  piece: number | undefined;
};

/** A text cut into words, with where each stands. */
export type Spoken = {
  text: string;
  words: readonly Word[];
  places: ReadonlyMap<string, readonly number[]>;
  quoted: string;
  /** The kinds of things that its words may be of: "all users" speaks of a user. */
  kinds: ReadonlySet<string>;
};

const kept = new WeakMap<readonly string[], Spoken>();

/** What the person said, ready to be looked through for many names. Texts never change, so they are cut once. */
export function spokenIn(texts: readonly string[]): Spoken {
  const known = kept.get(texts);
  if (known) return known;
  const spoken = cut(texts.join('\n'));
  kept.set(texts, spoken);
  return spoken;
}

export function cut(text: string): Spoken {
  const words = wordsOf(text);
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const known = places.get(word.text);
    if (known) known.push(at);
    else places.set(word.text, [at]);
  }
  let kinds: ReadonlySet<string> | undefined;
  return {
    ...{ text, words, places, quoted: quotedIn(text) },
    get kinds() {
      kinds ??= new Set((text.match(/\p{L}+/gu) ?? []).flatMap(wordsOfName));
      return kinds;
    },
  };
}

const GLUED = /[\p{L}\p{N}](?:[@\\]|:?\/+|\.)[\p{L}\p{N}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let opens = true;
  for (const [at, chunk] of (text.match(/\S+|\n/gu) ?? []).entries()) {
    const piece = GLUED.test(chunk) ? at : undefined;
    if (/^["'“„«‘(]/.test(chunk)) opens = true;
    for (const word of chunk.normalize('NFKC').match(WORD) ?? []) {
      words.push({ text: word.toLowerCase(), opens, isCapital: /^\p{Lu}/u.test(word), piece });
      opens = false;
    }
    opens ||= chunk === '\n' || /[.;:!?]["'”“»’)]*$/.test(chunk);
  }
  return words;
}

const QUOTED =
  /(?<![\p{L}\p{N}])(?:'([^'\n]{1,120})'|"([^"\n]{1,120})"|“([^”\n]{1,120})”|„([^“”\n]{1,120})[“”]|«([^»\n]{1,120})»|‘([^’\n]{1,120})’)(?![\p{L}\p{N}])/gu;

/** What stands in quotes, each as its words between lines. */
function quotedIn(text: string): string {
  const all = [...text.matchAll(QUOTED)].map((match) => joined(wordsOf(match.slice(1).find(Boolean) ?? '')));
  return `\n${all.join('\n')}\n`;
}

const joined = (words: readonly Word[]): string => words.map((one) => one.text).join(' ');

/** Where a name begins in a text as whole words, in their order, cutting through no address, path or sentence. */
export function placesOf(name: readonly Word[], { words, places }: Spoken): number[] {
  const rarest = name.reduce(
    (best, { text }, at) => {
      const often = places.get(text)?.length ?? 0;
      return often < best.often ? { at, often } : best;
    },
    { at: 0, often: Number.POSITIVE_INFINITY },
  );
  const anchors = places.get(name[rarest.at]?.text ?? '') ?? [];
  return anchors
    .map((at) => at - rarest.at)
    .filter((start) => start >= 0 && isRun(words, start, name) && !cutsPiece(words, start, name.length));
}

export const placeOf = (name: readonly Word[], spoken: Spoken): number | undefined => placesOf(name, spoken)[0];

function isRun(words: readonly Word[], start: number, name: readonly Word[]): boolean {
  return name.every(({ text, opens }, nth) => {
    const word = words[start + nth];
    return word?.text === text && (nth === 0 || !word.opens || opens);
  });
}

function cutsPiece(words: readonly Word[], start: number, length: number): boolean {
  const piece = (at: number) => words[at]?.piece;
  const end = start + length;
  const before = piece(start) !== undefined && piece(start) === piece(start - 1);
  return before || (piece(end - 1) !== undefined && piece(end - 1) === piece(end));
}

/** Whether a name stands between quotes, whole. */
export const isQuoted = (name: readonly Word[], { quoted }: Spoken): boolean =>
  name.length > 0 && quoted.includes(`\n${joined(name)}\n`);

/** Words that say what a thing is called, and not that it is one, when, or how many. */
export function contentOf(name: readonly Word[], kinds: ReadonlySet<string>): Word[] {
  return name.filter(
    ({ text }) =>
      text.length > 1 &&
      !/^\p{N}+$/u.test(text) &&
      !isStopWord(text) &&
      !kinds.has(text) &&
      !kinds.has(text.replace(/s$/, '')),
  );
}
