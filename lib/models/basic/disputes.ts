import type { Aspect } from './aspects.ts';
import { type Disagreement, findDisagreements } from './disagree.ts';
import type { Phrases } from './phrases.ts';
import type { Point } from './points.ts';
import { answersTo, type Ranked } from './rank.ts';
import { FIGURE } from './statements.ts';

export type PointSection = { heading: string; points: Point[] };
type Dispute = PointSection & { order: number };

const MOST = 3;

/** A section for each disagreement: its heading names what it is about and the numbers, its points are the sentences side by side. */
export function disputesIn(
  ranked: Ranked,
  { aspects, phrases, most }: { aspects: readonly Aspect[]; phrases: Phrases; most: number },
): PointSection[] {
  const answers = aspects.map((aspect) => ({ aspect, scores: answersTo(aspect, ranked) }));
  const top = Math.max(0.01, ...ranked.points.map((point) => point.score));
  const weigh = (point: Point) =>
    aspects.length === 0
      ? Number(point.score > 0)
      : answers.some(({ scores }) => scores.has(point))
        ? 1
        : Math.min(0.4, point.score / top);
  const sections: Dispute[] = [];
  let room = Math.floor(most / 2);
  for (const found of findDisagreements(ranked, weigh).slice(0, MOST)) {
    const statements = found.statements.slice(0, room);
    if (statements.length < 2) break;
    room -= statements.length;
    const both = answers.filter(({ scores }) => statements.every(({ point }) => scores.has(point)));
    const sum = (scores: ReadonlyMap<Point, number>) =>
      statements.reduce((total, { point }) => total + (scores.get(point) ?? 0), 0);
    const [about] = both.toSorted((a, b) => sum(b.scores) - sum(a.scores));
    sections.push({
      heading: phrases.disagreeOn(about?.aspect.name ?? '', numbersOf(statements)),
      points: statements.map(({ point }) => point),
      order: about ? aspects.indexOf(about.aspect) : aspects.length,
    });
  }
  return sections.sort((a, b) => a.order - b.order);
}

/** The numbers as the sentences write them, each once: "£980 a year", "44 decibels". */
function numbersOf(statements: Disagreement['statements']): string[] {
  const written = statements.map(({ point, quantity: { start, end, unit }, rate }) => {
    const whole = point.text.slice(start, end).trim();
    const figure = FIGURE.exec(point.text.slice(start))?.[0].trim() ?? whole;
    const isCounted = unit !== '' && !/[£$€]/.test(unit) && unit !== 'year';
    return `${isCounted ? whole : figure}${rate}`;
  });
  return [...new Set(written)];
}
