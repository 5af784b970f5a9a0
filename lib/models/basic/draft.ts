import type { Material, ThinkAnswer } from '#lib/core/think.ts';
import { addresseeOf } from './addressee.ts';
import { chosenLines, isDispute } from './mail-points.ts';
import { type Line, outlineOf } from './outline.ts';
import { phrasesIn } from './phrases.ts';
import { sentenceCase, topicOf } from './topic.ts';
import { languageOf } from './words.ts';

/** A plain mail with the main points of the material: greeting, lead, short lists, sources, closing. Every point is a sentence of the material. */
export function draft(question: string, material: readonly Material[]): ThinkAnswer<'draft'> {
  const { title, lines, sources } = outlineOf(material.filter((piece) => piece.text.trim() !== question.trim()));
  const language = languageOf(lines.map((line) => line.text).join('\n') || question);
  const phrases = phrasesIn(language);
  const told = lines.length === 0 ? toldIn(question) : '';
  const named =
    title ||
    told.slice(0, 60).replace(/[.!?]$/, '') ||
    single(material.map((piece) => piece.source ?? '')) ||
    topicOf(question);
  const topic = named.replace(/^(?:brief|report|summary|kurzbericht|bericht)\s*[:–-]\s*/i, '');

  const body = [phrases.hello(addresseeOf(question)), ''];
  if (lines.length === 0) body.push(told || phrases.about(topic));
  else {
    const chosen = chosenLines(lines);
    body.push(phrases.lead(topic, sources.length), ...listsOf(chosen, phrases.points));
    const headings = new Set(chosen.map((line) => line.heading));
    const unnamed = sources.filter((source) => ![...headings].some((heading) => heading && source.startsWith(heading)));
    if (unnamed.length > 0) body.push('', phrases.sources, ...unnamed.map((source) => `- ${source}`));
  }
  body.push('', phrases.regards);
  return { subject: named || phrases.untitled, body: body.join('\n') };
}

function listsOf(lines: readonly Line[], untitled: string): string[] {
  const groups = Map.groupBy(lines, (line) => line.heading);
  return [...groups].flatMap(([heading, points]) => [
    '',
    heading ? headed(heading) : untitled,
    ...points.map((point) => `- ${point.text}`),
  ]);
}

/** A heading as a line that leads to a list; numbers after a colon go into brackets. */
function headed(heading: string): string {
  const line = isDispute(heading) ? heading.replace(/^([^:]+): (.+)$/, '$1 ($2)') : heading;
  return line.replace(/[^?!:]$/, '$&:');
}

/** What the task itself says the mail is to tell: "write to Mira that I will be late". */
function toldIn(question: string): string {
  const told = /(?:\bthat|\bdass|\bsaying|:)\s+(.{4,})$/su.exec(question.trim())?.[1] ?? '';
  return told === '' ? '' : sentenceCase(/[.!?]$/.test(told) ? told : `${told}.`);
}

function single(values: readonly string[]): string {
  const distinct = new Set(values);
  return distinct.size === 1 ? (values[0] ?? '') : '';
}
