import { kinOf } from './kin.ts';
import { type Quantity, quantitiesOf, unitOf } from './numbers.ts';
import type { Point } from './points.ts';
import { isTopical } from './words.ts';

/** A number in a point, and what can be told of what it measures. */
export type Statement = {
  point: Point;
  quantity: Quantity;
  /** Words near it: a term for each kin, and the place it stands at. */
  about: ReadonlyMap<string, { term: string; place: number }>;
  /** "a year": the number counts for one of these; as it is written, and which. */
  rate: string;
  per: string;
  /** It says by how much something is more or less, not how much it is. */
  isChange: boolean;
  /** Other numbers of the sentence, such as "three metres" or "−10 °C": under which it holds. */
  under: ReadonlySet<string>;
};

/** The number itself, without the word after it. */
export const FIGURE =
  /^\s*[£$€]?\s?[\d.,\u00a0\u202f]*\d(?:[\s-]?(?:million|billion|thousand|bn|m|k|millionen|milliarden|mio|mrd)\b)?/i;

/** Words to each side of a number that tell what it is about. */
const AROUND = 13;
const PER =
  /^\s*(?:an?|per|each|every|pro|im|\/)\s*(year|month|week|day|night|hour|jahr|monat|woche|tag|nacht|stunde)\b/i;
const CHANGE_AFTER =
  /^\s*(?:\p{L}+\s+){0,3}(?:more|less|fewer|higher|lower|cheaper|dearer|mehr|weniger|höher|niedriger)\b/iu;
const CHANGE_BEFORE =
  /\b(?:by|um|saves?|saved|saving of|rise of|cut of|drop of)\s+(?:(?:about|some|around|nearly|almost|another|roughly|etwa|rund)\s+)?$/iu;
/** The end of a range is no figure to set beside another. */
const EXTREME =
  /\b(?:\p{L}{3,}est|best|worst|most|least|maximum|minimum|between|up to|more than|less than|over|under|höchstens|mindestens|zwischen|bis zu|über)\s+(?:\p{L}+\s+){0,2}$/iu;
/** What might be is no finding. */
const SUPPOSED = /\b(?:if|would|wenn|falls|würden?)\b/i;

/** The numbers of a point's own sentence; none where it only supposes. */
export function statementsOf(point: Point): Statement[] {
  const { words, text } = point;
  const own = text.slice(point.own);
  if (SUPPOSED.test(own)) return [];
  const quantities = quantitiesOf(text).filter(({ start }) => start >= point.own);
  const plain = quantities.filter(({ start }) => !EXTREME.test(text.slice(0, start)));
  return plain.map((quantity) => {
    const at = words.findIndex((word) => word.start >= quantity.start);
    const first = Math.max(0, at - AROUND);
    const about = new Map<string, { term: string; place: number }>();
    for (const [index, word] of words.slice(first, at + AROUND + 1).entries()) {
      const counts = isTopical(word) && !/\d/.test(word.text) && unitOf(word.text) !== quantity.unit;
      if (counts) about.set(kinOf(word.term), { term: word.term, place: first + index });
    }
    const after = text.slice(quantity.start).replace(FIGURE, '');
    const others = quantities.filter((other) => other !== quantity);
    return {
      ...{ point, quantity, about },
      rate: PER.exec(after)?.[0] ?? '',
      per: PER.exec(after)?.[1]?.toLowerCase() ?? '',
      isChange: CHANGE_AFTER.test(after) || CHANGE_BEFORE.test(text.slice(0, quantity.start)),
      under: new Set(others.map(({ value, unit }) => `${value} ${unit}`)),
    };
  });
}
