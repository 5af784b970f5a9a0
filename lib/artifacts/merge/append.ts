import { onOneLine, plainLine } from '../plain-markdown.ts';
import { markdownOf } from '../readable.ts';
import { notesBlocks } from '../report.ts';
import { demote, renumber } from './markers.ts';
import { kindOf, type Merge, type Part, partName, refused } from './part.ts';
import { createUniting } from './uniting.ts';

/**
 * Puts parts under one another, each as a section under its title. Every claim keeps what it cites: numbers are given anew, the
 * same quote of the same page is one citation, and what no marker cites is kept behind the others.
 */
export function appendParts(
  parts: readonly Part[],
  { title, notes = [] }: { title: string; notes?: readonly string[] },
): Merge {
  const uniting = createUniting();
  const blocks: string[] = [];
  for (const part of parts) {
    const markdown = kindOf(part) === 'draft' ? undefined : markdownOf(part);
    if (markdown === undefined)
      return refused(`Only reports and tables can be appended, and ${partName(parts, part)} is neither. Leave it out.`);
    blocks.push(
      `## ${plainLine(headingOf(part, parts))}`,
      renumber(demote(markdown), (id) => uniting.numberIn(part, id)),
    );
  }
  for (const citation of parts.flatMap((part) => part.citations)) uniting.number(citation);
  const markdown = [...blocks, ...notesBlocks(notes)].filter((block) => block.trim() !== '').join('\n\n');
  const merged = { title: onOneLine(title), content: { markdown }, citations: uniting.citations() };
  return { kind: 'ok', artifact: 'report', ...merged, unsupported: 0, conflicts: 0 };
}

/** A part's title; parts of the same title are told apart by the pages they cite, or else by their place. */
function headingOf(part: Part, parts: readonly Part[]): string {
  const title = onOneLine(part.title) || 'Untitled';
  if (parts.filter((one) => onOneLine(one.title) === onOneLine(part.title)).length === 1) return title;
  const pages = [...new Set(part.citations.map((one) => onOneLine(one.title)))].filter((page) => page !== '');
  const others = pages.length > 2 ? ` and ${pages.length - 2} more` : '';
  return `${title}: ${pages.length > 0 ? pages.slice(0, 2).join(', ') + others : `part ${parts.indexOf(part) + 1}`}`;
}
