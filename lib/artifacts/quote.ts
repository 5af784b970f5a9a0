import { onOneLine } from './plain-markdown.ts';

const MOST_QUOTED = 300;

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/**
 * The words of a passage that a claim rests on: the claim itself where it stands there, else the sentence that shares most words
 * with it, with a neighbour that adds to that. Verbatim but for white space, at most 300 characters.
 */
export function quoteFor(claim: string, passage: string): string {
  const text = onOneLine(passage);
  const wanted = onOneLine(claim);
  if (wanted !== '' && wanted.length <= MOST_QUOTED && text.includes(wanted)) return wanted;
  const words = wordsOf(wanted);
  const spans = [...sentences.segment(text)].map(({ segment, index }) => ({
    start: index,
    end: index + segment.length,
  }));
  let best = -1;
  let most = -1;
  for (const [index, span] of spans.entries()) {
    const score = shared(words, sliceOf(text, span)) / Math.sqrt(wordsOf(sliceOf(text, span)).size + 4);
    if (score > most) [best, most] = [index, score];
  }
  const span = spans[best];
  if (!span) return text.slice(0, MOST_QUOTED);
  const whole = widened(text, words, { span, before: spans[best - 1], after: spans[best + 1] });
  return clipped(sliceOf(text, whole), words);
}

type Span = { start: number; end: number };
const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end).trim();

function widened(
  text: string,
  words: Set<string>,
  of: { span: Span; before?: Span | undefined; after?: Span | undefined },
) {
  const { span, before, after } = of;
  const now = shared(words, sliceOf(text, span));
  const wider = [after && { start: span.start, end: after.end }, before && { start: before.start, end: span.end }];
  for (const one of wider) {
    if (!one || sliceOf(text, one).length > MOST_QUOTED) continue;
    if (shared(words, sliceOf(text, one)) >= now + 2) return one;
  }
  return span;
}

/** A long sentence's stretch of whole words that shares most with the claim. */
function clipped(sentence: string, words: Set<string>): string {
  if (sentence.length <= MOST_QUOTED) return sentence;
  const starts = [0, ...[...sentence.matchAll(/\s/g)].map(({ index }) => index + 1)];
  let best = '';
  let most = -1;
  for (const start of starts) {
    const rest = sentence.slice(start, start + MOST_QUOTED);
    const isCut = start + MOST_QUOTED < sentence.length && !/\s/.test(sentence.charAt(start + MOST_QUOTED));
    const stretch = (isCut ? rest.replace(/\s\S*$/, '') : rest).trim();
    const score = shared(words, stretch);
    if (score > most) [best, most] = [stretch, score];
  }
  return best;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** How much two texts share: a word counts one, a number or a long word two, as they tell more. */
function shared(words: Set<string>, text: string): number {
  let sum = 0;
  for (const word of wordsOf(text)) if (words.has(word)) sum += word.length > 6 || /\d/.test(word) ? 2 : 1;
  return sum;
}
