import { type ReportPlan, writeReport } from '../report.ts';
import { kindOf, type Merge, type Part, partName, refused } from './part.ts';
import { createUniting } from './uniting.ts';

/**
 * Writes a new report on what the parts cite: a claim cites the third citation of the second part as `2.3`. A claim that cites
 * nothing is marked; an id that no part has refuses the whole.
 */
export function rewriteParts(parts: readonly Part[], plan: ReportPlan): Merge {
  const draft = parts.find((part) => kindOf(part) === 'draft');
  if (draft) return refused(`A draft cites nothing, and ${partName(parts, draft)} is one. Leave it out.`);
  const cited = plan.sections.flatMap(({ claims }) => claims.flatMap(({ cites }) => cites));
  const unknown = [...new Set(cited)].filter((id) => !citationIn(parts, id));
  if (unknown.length > 0) return refused(unknownMessage(unknown, parts));
  const uniting = createUniting();
  const { title, markdown, unsupported } = writeReport(plan, (id) => {
    const citation = citationIn(parts, id);
    if (!citation) throw new Error(`Citation ${id} was let through unknown.`);
    return uniting.number(citation);
  });
  const merged = { title, content: { markdown }, citations: uniting.citations() };
  return { kind: 'ok', artifact: 'report', ...merged, unsupported, conflicts: 0 };
}

function citationIn(parts: readonly Part[], id: string) {
  const [, nth, own] = /^(\d+)\.(.+)$/.exec(id) ?? [];
  return parts[Number(nth) - 1]?.citations.find((one) => one.id === own);
}

function unknownMessage(unknown: readonly string[], parts: readonly Part[]): string {
  const named = unknown.slice(0, 8).join(', ') + (unknown.length > 8 ? ` and ${unknown.length - 8} more` : '');
  const there = parts.map(({ citations }, index) => {
    const ids = citations.map((one) => `${index + 1}.${one.id}`);
    return ids.length > 2 ? `${ids[0]} to ${ids.at(-1)}` : ids.join(', ') || `none of part ${index + 1}`;
  });
  return `No part has the ${unknown.length === 1 ? 'citation' : 'citations'} ${named}. There are: ${there.join('; ')}. Write part, dot, number, or leave the cites empty.`;
}
