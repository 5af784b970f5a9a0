import type { Material } from '#lib/core/think.ts';
import { dangles, standsAlone, WHOLE } from './quality.ts';
import { sentencesOf } from './sentences.ts';
import { type Bag, bagOf } from './weights.ts';
import { isTopical, type Word, wordsOf } from './words.ts';

/** What could become a claim: a sentence, or one that dangles with the sentence before it. */
export type Point = {
  text: string;
  /** Where in `text` its own sentence begins; 0 unless the one before stands in it too. */
  own: number;
  id: string;
  source: string;
  heading: string;
  words: readonly Word[];
  /** Counts sentences of its source, and of all material. */
  place: number;
  order: number;
  bag: Bag;
  terms: ReadonlySet<string>;
  /** How well it stands alone, 0 to about 1.2. */
  stands: number;
  score: number;
};

/** Parts of a page that list rather than say. */
const APPENDIX =
  /^(?:references|notes|sources|bibliography|further reading|external links|see also|footnotes|about the sources|related(?: (?:articles|stories|posts))?|more from.*|comments|einzelnachweise|literatur|weblinks|siehe auch|quellen|kommentare)\b/i;
/** As much as a citation quotes whole. */
const LONGEST_PAIR = 300;

/** Every sentence of the material, once, in document order; not scored yet. */
export function pointsOf(material: readonly Material[]): Point[] {
  const seen = new Set<string>();
  const places = new Map<string, number>();
  const points: Point[] = [];
  for (const piece of material) {
    const source = piece.source ?? piece.id;
    const heading = piece.heading ?? '';
    for (const { text, own } of claimable(piece.text)) {
      if (seen.has(text)) continue;
      seen.add(text);
      const place = places.get(source) ?? 0;
      places.set(source, place + 1);
      const words = wordsOf(text);
      const bag = bagOf(words.filter(isTopical).map((word) => word.term));
      const stands = APPENDIX.test(heading) ? 0 : standsAlone(text) * (own > 0 ? 0.85 : 1);
      const order = points.length;
      points.push({
        text,
        own,
        id: piece.id,
        source,
        heading,
        words,
        place,
        order,
        bag,
        terms: new Set(bag.terms),
        stands,
        score: 0,
      });
    }
  }
  return points;
}

/** Sentences of a text; one that dangles takes the one before it along, where that is whole and both are short. */
function claimable(text: string): { text: string; own: number }[] {
  const found: { text: string; own: number }[] = [];
  let at = 0;
  let before: { start: number; end: number; isWhole: boolean } | undefined;
  for (const sentence of sentencesOf(text)) {
    const start = text.indexOf(sentence, at);
    const end = start + sentence.length;
    const leans = dangles(sentence);
    const joins = leans && before?.isWhole && end - before.start <= LONGEST_PAIR;
    const gap = before ? text.slice(before.end, start) : '';
    if (joins && before && /^\s+$/.test(gap))
      found.push({ text: text.slice(before.start, end), own: start - before.start });
    else found.push({ text: sentence, own: 0 });
    before = { start, end, isWhole: !leans && standsAlone(sentence) >= WHOLE };
    at = end;
  }
  return found;
}
