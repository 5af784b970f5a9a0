import type { Line } from './outline.ts';

/** A short mail says this much. */
const MOST = 7;
/** Of it, sentences that contradict each other; they stand together or not at all. */
const MOST_DISPUTED = 5;

/** Says whether a heading is of sentences that contradict each other. */
export const isDispute = (heading: string): boolean =>
  /^(?:where the sources disagree|wo die quellen sich widersprechen)/i.test(heading);

/** The lines that a mail passes on, in reading order: disputes whole, then each section in turn, first those that no dispute is about. */
export function chosenLines(lines: readonly Line[]): Line[] {
  const said = lines.filter((line) => line.text.length > 15);
  const sections = [...Map.groupBy(said.length > 0 ? said : lines, (line) => line.heading)];
  const taken = new Set<Line>();
  let disputed = '';
  for (const [heading, section] of sections) {
    if (!isDispute(heading) || taken.size + section.length > MOST_DISPUTED) continue;
    for (const line of section) taken.add(line);
    disputed += heading.toLowerCase();
  }
  const isTold = (heading: string) => heading !== '' && disputed.includes(heading.toLowerCase());
  const others = sections.filter(([heading]) => !isDispute(heading));
  const inTurn = others.toSorted(([a], [b]) => Number(isTold(a)) - Number(isTold(b))).map(([, section]) => section);
  for (let round = 0; taken.size < MOST && inTurn.some((section) => section.length > round); round++) {
    for (const section of inTurn) {
      const line = section[round];
      if (line && taken.size < MOST) taken.add(line);
    }
  }
  return lines.filter((line) => taken.has(line));
}
