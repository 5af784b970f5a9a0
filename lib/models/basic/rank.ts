import type { Material } from '#lib/core/think.ts';
import type { Aspect } from './aspects.ts';
import { kinOf, withKin } from './kin.ts';
import { type Point, pointsOf } from './points.ts';
import { topicTerms } from './topic.ts';
import { type Weights, weigh } from './weights.ts';
import { termsOf } from './words.ts';

export type Ranked = { points: Point[]; weights: Weights; topic: ReadonlySet<string> };

const WANTS_NUMBER = /\b(?:how (?:many|much|loud|big|far|long|often)|wie (?:viele?|laut|groß|weit|lange|oft))\b/i;

/** Every sentence of the material, scored for the question; document order. */
export function rankPoints(material: readonly Material[], question: string): Ranked {
  const wanted = topicTerms(question);
  const { gives } = withKin(question);
  const shapes = WANTS_NUMBER.test(question) ? [...gives, /\d/] : gives;
  const points = pointsOf(material);
  const weights = weigh(points.map((point) => point.bag));
  const sources = Map.groupBy(points, (point) => point.source);
  for (const [, own] of sources) {
    // Without a topic in the question, what a source keeps coming back to is its topic.
    const topic = wanted.size > 0 ? wanted : ownTopic(own, weights);
    const lead = wanted.size > 0 ? 0.35 : 0.7;
    for (const point of own) {
      const early = 1 - point.place / own.length;
      const headed = termsOf(point.heading).some((term) => topic.has(term)) ? 0.6 : 0;
      const answers = shapes.some((shape) => shape.test(point.text)) ? 1 : 0;
      const relevance = weights.score(point.bag, topic) + headed + answers + 0.35;
      point.score = relevance * point.stands * (1 + lead * early + (point.place === 0 ? 0.15 : 0));
    }
    // Then no source is more to the point than another.
    if (wanted.size === 0) level(own);
  }
  return { points, weights, topic: wanted.size > 0 ? wanted : commonTerms(points, weights) };
}

function level(points: readonly Point[]): void {
  const top = Math.max(...points.map((point) => point.score));
  if (top > 0) for (const point of points) point.score *= Math.min(1, 1 / top);
}

/** What makes a sentence an answer, beside its words: its shape, and that it stands under a heading or title about it. */
const SHAPED = 1.8;
const HEADED = 1;
const BOTH = 1;

/** How well each point answers one of several things that were asked; points that do not are left out. */
export function answersTo(aspect: Aspect, { points, weights, topic }: Ranked): Map<Point, number> {
  const scores = new Map<Point, number>();
  const kin = [...aspect.terms].filter((term) => !aspect.own.has(term));
  const sides = new Set([...aspect.own].map(kinOf));
  const sizes = Map.groupBy(points, (point) => point.source);
  for (const point of points) {
    const shapes = aspect.gives.filter((shape) => shape.test(point.text)).length;
    const shaped = shapes > 0 ? SHAPED * (shapes / aspect.gives.length) : 0;
    const around = termsOf(`${point.heading} ${point.source}`);
    const headed = around.some((term) => aspect.terms.has(term)) ? HEADED : 0;
    const akin = Math.max(0, ...kin.map((term) => weights.score(point.bag, new Set([term]))));
    const named = weights.score(point.bag, aspect.own) + 0.6 * akin;
    if (named === 0 && !(headed && shaped)) continue;
    const met = new Set([...point.terms].map(kinOf).filter((name) => sides.has(name))).size;
    const subject = Math.min(1, 0.25 * weights.score(point.bag, topic));
    const early = 1 - point.place / Math.max(1, sizes.get(point.source)?.length ?? 1);
    const value = named * (0.4 + (0.6 * met) / sides.size) + subject + shaped + headed + (shaped && headed ? BOTH : 0);
    if (point.stands > 0) scores.set(point, value * point.stands * (1 + 0.25 * early));
  }
  return scores;
}

/** What a source is called, and what it keeps coming back to. */
function ownTopic(points: readonly Point[], weights: Weights): ReadonlySet<string> {
  return new Set([...commonTerms(points, weights), ...termsOf(points[0]?.source ?? '')]);
}

/** Terms that most of the sentences come back to, without numbers. */
function commonTerms(points: readonly Point[], weights: Weights, most = 8): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const point of points) for (const term of point.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const told = [...counts].filter(([term, count]) => count > 1 && !/^\d/.test(term));
  const ranked = told.sort(
    (a, b) => b[1] * weights.rarity(b[0]) - a[1] * weights.rarity(a[0]) || (a[0] < b[0] ? -1 : 1),
  );
  return new Set(ranked.slice(0, most).map(([term]) => term));
}
