import type { Material, Section, ThinkAnswer } from '#lib/core/think.ts';
import { aspectsOf } from './aspects.ts';
import { disputesIn } from './disputes.ts';
import { phrasesIn } from './phrases.ts';
import type { Point } from './points.ts';
import { type Ranked, rankPoints } from './rank.ts';
import { sectionsByAspect, sectionsBySource } from './sections.ts';
import { titleOf } from './title.ts';
import { languageOf } from './words.ts';

/**
 * A brief of verbatim sentences: first where the sources disagree, then what they say to each thing that was asked, or one source
 * after the other. Every claim cites the piece it stands in.
 */
export function summarise(request: {
  question: string;
  material: readonly Material[];
  most: number;
}): ThinkAnswer<'summarise'> {
  const { question, material, most } = request;
  const ranked = rankPoints(material, question);
  const phrases = phrasesIn(languageOf(material.map((piece) => piece.text).join('\n')));
  const aspects = aspectsOf(question);
  const title = titleOf(question, material, ranked);

  const disputes = disputesIn(ranked, { aspects, phrases, most });
  const told = disputes.flatMap(({ points }) => points);
  const room = { most: most - told.length, already: told };
  const rest =
    sectionsByAspect(ranked, aspects, { ...room, phrases }) ?? sectionsBySource(ranked, { ...room, phrases });
  const sections: Section[] = [...disputes, ...rest].map(({ heading, points }) => ({
    heading,
    claims: points.map(claimOf),
  }));
  return { title, sections: sections.length > 0 ? sections : [lastResort(ranked, most, phrases)] };
}

const claimOf = (point: Point) => ({ text: point.text, cites: [point.id] });

/** Where no sentence stands alone well, the longest ones are all there is to show. */
function lastResort({ points }: Ranked, most: number, phrases: { main: string; nothing: string }): Section {
  const sorted = points.toSorted((a, b) => b.text.length - a.text.length || a.order - b.order);
  const longest = sorted.slice(0, Math.min(most, 3)).sort((a, b) => a.order - b.order);
  return { heading: longest.length > 0 ? phrases.main : phrases.nothing, claims: longest.map(claimOf) };
}
