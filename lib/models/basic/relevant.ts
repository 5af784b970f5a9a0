import type { Material, ThinkAnswer } from '#lib/core/think.ts';
import { topicTerms } from './topic.ts';
import { bagOf, weigh } from './weights.ts';
import { termsOf } from './words.ts';

/** Share of the question's weight that a piece must carry to count as relevant. */
const ENOUGH = 0.3;

/** Ids of the pieces that have most to do with the question, best first; none when nothing shares its words. */
export function findRelevant(
  question: string,
  material: readonly Material[],
  most: number,
): ThinkAnswer<'extract'>['picks'] {
  const wanted = topicTerms(question);
  const bags = material.map((piece) => bagOf(termsOf(`${piece.text} ${piece.heading ?? ''}`)));
  const weights = weigh(bags);
  const whole = [...wanted].reduce((sum, term) => sum + weights.rarity(term), 0);
  const scored = material.map((piece, index) => {
    const bag = bags[index] ?? bagOf([]);
    const carried = [...wanted].filter((term) => bag.counts.has(term));
    const share = whole === 0 ? 0 : carried.reduce((sum, term) => sum + weights.rarity(term), 0) / whole;
    return { piece, index, share, score: weights.score(bag, wanted) };
  });
  const good = scored.filter(({ share }) => share >= ENOUGH);
  const sorted = good.sort((a, b) => b.share * b.score - a.share * a.score || a.index - b.index);
  return once(sorted.map(({ piece }) => ({ id: piece.id, value: piece.value ?? piece.text }))).slice(0, most);
}

/** Says how many words a text shares with terms; for deciding between options. */
export function sharedTerms(text: string, terms: ReadonlySet<string>): string[] {
  return [...new Set(termsOf(text))].filter((term) => terms.has(term));
}

function once<T extends { value: string }>(picks: readonly T[]): T[] {
  const seen = new Set<string>();
  return picks.filter(({ value }) => !seen.has(value) && seen.add(value));
}
