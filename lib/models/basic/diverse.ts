import type { Point } from './points.ts';
import type { Ranked } from './rank.ts';

/** Above this two sentences say the same. */
const SAME = 0.6;

/** Says how alike two points are, 0 to 1; one that stands inside the other is the same. */
export function likeness(a: Point, b: Point, { weights }: Pick<Ranked, 'weights'>): number {
  if (a.text.includes(b.text) || b.text.includes(a.text)) return 1;
  return weights.likeness(a.terms, b.terms);
}

export type Picking = {
  most: number;
  /** What was chosen before, by others: nothing like it is picked. */
  already?: readonly Point[];
  /** Share of the best score below which nothing is picked. */
  least?: number;
};

/**
 * Picks points by marginal relevance (Carbonell and Goldstein 1998): high score, unlike what was picked, and from a
 * source not yet heard. Yields at most `most`, best first; points that score nothing are never picked.
 */
export function pickDiverse(
  scores: ReadonlyMap<Point, number>,
  ranked: Pick<Ranked, 'weights'>,
  { most, already = [], least = 0.12 }: Picking,
): Point[] {
  const picked: Point[] = [];
  const open = new Set([...scores.keys()].filter((point) => (scores.get(point) ?? 0) > 0));
  const top = Math.max(...[...open].map((point) => scores.get(point) ?? 0), 0);
  while (picked.length < most && open.size > 0) {
    let best: { point: Point; value: number } | undefined;
    for (const point of open) {
      const alike = Math.max(0, ...[...already, ...picked].map((other) => likeness(point, other, ranked)));
      const score = (scores.get(point) ?? 0) / top;
      if (alike > SAME || score < least) {
        open.delete(point);
        continue;
      }
      const heard = picked.filter((other) => other.source === point.source).length;
      const value = 0.7 * score - 0.45 * alike - 0.08 * heard;
      if (!best || value > best.value) best = { point, value };
    }
    if (!best) break;
    open.delete(best.point);
    picked.push(best.point);
  }
  return picked;
}
