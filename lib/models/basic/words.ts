import { englishStops, germanStops, isStopWord } from './stop-words.ts';

export type Language = 'en' | 'de' | 'other';

/** One word of a text: as it stands, and as it is compared. */
export type Word = { text: string; term: string; start: number };

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words of a text in order, stop words too. Numbers count as words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ text: segment, term: termOf(segment), start: index });
  }
  return words;
}

/** Terms of a text that can carry a topic: no stop words, no lone letters. */
export function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => isTopical(word))
    .map((word) => word.term);
}

/** Says whether a word can carry a topic. */
export function isTopical({ text, term }: Word): boolean {
  return (term.length > 1 || /[^\p{Script=Latin}\d]/u.test(term)) && !isStopWord(text.toLowerCase());
}

/** Case, accents and the commonest endings of English and German fall away; short words stay whole. */
export function termOf(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/u, '');
  if (!/^[a-zß-]+$/.test(plain) || plain.length < 4) return plain;
  return unended(plain);
}

function unended(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 6 && word.endsWith('ing')) return undoubled(word.slice(0, -3));
  if (word.length > 5 && word.endsWith('ed')) return undoubled(word.slice(0, -2));
  if (word.length > 5 && /(?:ern|en|es|em)$/.test(word)) return word.replace(/(?:ern|en|es|em)$/, '');
  if (/[^s]s$/.test(word)) return word.slice(0, -1).replace(/(.{4,})e$/, '$1');
  return word.length > 4 ? word.replace(/[en]$/, '') : word;
}

const undoubled = (stem: string): string => stem.replace(/([bdgmnprt])\1$/, '$1').replace(/(.{4,})e$/, '$1');

/** The language that the stop words of a text speak for. */
export function languageOf(text: string): Language {
  const words = wordsOf(text.slice(0, 20_000)).map((word) => word.text.toLowerCase());
  const english = words.filter((word) => englishStops.has(word) && !germanStops.has(word)).length;
  const german = words.filter((word) => germanStops.has(word) && !englishStops.has(word)).length;
  if (english === 0 && german === 0) return 'other';
  return german > english ? 'de' : 'en';
}
