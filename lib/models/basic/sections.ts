import type { Aspect } from './aspects.ts';
import type { PointSection } from './disputes.ts';
import { pickDiverse } from './diverse.ts';
import type { Phrases } from './phrases.ts';
import type { Point } from './points.ts';
import { answersTo, type Ranked } from './rank.ts';
import { sentenceCase } from './topic.ts';

type Room = { most: number; already: readonly Point[]; phrases: Phrases };

/** Share of an aspect's best answer below which a sentence answers something else. */
const ANSWERS = 0.3;
/** More to one thing than this is a list. */
const MOST_TOGETHER = 6;
/** Of sources that answer none of it. */
const MOST_BESIDE = 3;

/** A section for each thing that was asked, best answers first, then what the other sources are about. Nothing where fewer than two are answered. */
export function sectionsByAspect(ranked: Ranked, aspects: readonly Aspect[], room: Room): PointSection[] | undefined {
  const each = Math.min(MOST_TOGETHER, Math.ceil(room.most / Math.max(1, aspects.length)) + 1);
  const all = aspects.map((aspect) => answersTo(aspect, ranked));
  const open = aspects.map((aspect, at) => {
    const scores = ownOf(at, all);
    const best = pickDiverse(scores, ranked, { most: each * 2, already: room.already, least: ANSWERS });
    return { aspect, best, points: [] as Point[], isHeard: (all[at]?.size ?? 0) > 0 };
  });
  const taken: Point[] = [];
  // In turn, so that no aspect takes the room of another.
  for (let round = 0; round < each; round++) {
    for (const one of open) {
      const next = one.best.find((point) => !isTold(point, taken));
      if (!next || taken.length >= room.most) continue;
      one.points.push(next);
      taken.push(next);
    }
  }
  // One thing under two names is no list of things.
  const isAnswered = ({ points }: { points: readonly Point[] }, at: number) =>
    points.length > 0 || room.already.some((point) => all[at]?.has(point));
  if (open.filter(isAnswered).length < 2) return undefined;
  const answered = open.flatMap(({ aspect, points, isHeard }) => {
    if (points.length > 0) return [{ heading: sentenceCase(aspect.name), points }];
    return isHeard ? [] : [{ heading: room.phrases.nothingOn(aspect.name), points }];
  });
  const rest = Math.min(MOST_BESIDE, room.most - taken.length);
  const beside = firstOfEach(ranked, [...room.already, ...taken], ANSWERS).slice(0, Math.max(0, rest));
  return beside.length > 0 ? [...answered, { heading: room.phrases.more, points: beside }] : answered;
}

/** The answers to one thing that answer no other one better. */
function ownOf(at: number, all: readonly ReadonlyMap<Point, number>[]): Map<Point, number> {
  const mine = [...(all[at] ?? [])];
  return new Map(mine.filter(([point, score]) => all.every((other) => (other.get(point) ?? 0) <= score)));
}

/** The best point of each source that has not been heard, where it is to the point; best first. */
function firstOfEach(ranked: Ranked, already: readonly Point[], least = 0.12): Point[] {
  const heard = new Set(already.map((point) => point.source));
  const top = Math.max(...ranked.points.map((point) => point.score), 0);
  const firsts = [...Map.groupBy(ranked.points, (point) => point.source)].flatMap(([source, points]) => {
    const own = new Map(points.map((point) => [point, point.score]));
    return heard.has(source) ? [] : pickDiverse(own, ranked, { most: 1, already });
  });
  return firsts.filter((point) => point.score >= top * least).sort((a, b) => b.score - a.score);
}

const isTold = (point: Point, taken: readonly Point[]): boolean =>
  taken.some((other) => other.text.includes(point.text) || point.text.includes(other.text));

/** By source when there are several, each with something to say heard; by the headings of the page when there is one; reading order inside. */
export function sectionsBySource(ranked: Ranked, { most, already, phrases }: Room): PointSection[] {
  const scores = new Map(ranked.points.map((point) => [point, point.score]));
  const good = firstOfEach(ranked, already).slice(0, most);
  const more = pickDiverse(scores, ranked, { most: most - good.length, already: [...already, ...good] });
  const ordered = [...good, ...more].sort((a, b) => a.order - b.order);
  const groups =
    new Set(ranked.points.map((point) => point.source)).size > 1
      ? Map.groupBy(ordered, (point) => point.source)
      : byHeading(ordered, phrases.main);
  return [...groups].map(([heading, points]) => ({ heading, points }));
}

/** Headings with a single picked sentence join what has no heading: a list of lone lines is no outline. */
function byHeading(points: readonly Point[], rest: string): Map<string, Point[]> {
  const sizes = Map.groupBy(points, (point) => point.heading);
  return Map.groupBy(points, (point) =>
    point.heading !== '' && (sizes.get(point.heading)?.length ?? 0) > 1 ? point.heading : rest,
  );
}
