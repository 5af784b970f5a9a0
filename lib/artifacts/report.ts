import type { Citation } from '#lib/core/artifact.ts';
import type { Claim, Section } from '#lib/core/think.ts';
import { createCiting, type ReadPassage } from './citing.ts';
import { onOneLine, plainLine } from './plain-markdown.ts';
import { unreadMessage } from './unread.ts';

export type ReportPlan = { title: string; sections: readonly Section[]; notes?: readonly string[] };

type WrittenReport = {
  title: string;
  markdown: string;
  /** Claims that cite nothing. */
  unsupported: number;
};
export type Report =
  /** Citations in order of their numbers; the hash of the quote is for whoever can hash. */
  ({ kind: 'ok'; citations: Omit<Citation, 'hash'>[] } & WrittenReport) | { kind: 'refused'; message: string };

const NO_SOURCE = '(no source)';

/**
 * Writes claims and what they rest on as a report. Citations are numbered from 1 as they are first used, one for each passage and
 * quote; a claim that cites a passage that was never read refuses the whole. All text is taken as plain text, never as markdown.
 */
export function composeReport(plan: ReportPlan, sources: ReadonlyMap<string, ReadPassage>): Report {
  const unread = plan.sections
    .flatMap(({ claims }) => claims.flatMap(({ cites }) => cites))
    .filter((id) => !sources.has(id));
  if (unread.length > 0) return { kind: 'refused', message: unreadMessage([...new Set(unread)], [...sources.keys()]) };
  const citing = createCiting(sources);
  return { kind: 'ok', ...writeReport(plan, citing.cite), citations: citing.citations() };
}

/** A report's text; `cite` yields the number under which a claim cites an id. */
export function writeReport(plan: ReportPlan, cite: (id: string, claim: string) => string): WrittenReport {
  let unsupported = 0;
  const lineOf = (claim: Claim): string[] => {
    const text = plainLine(claim.text);
    if (text === '') return [];
    const markers = new Set(claim.cites.map((id) => `[${cite(id, claim.text)}]`));
    if (markers.size === 0) unsupported += 1;
    return [`- ${text} ${markers.size > 0 ? [...markers].join('') : NO_SOURCE}`];
  };
  const blocks = plan.sections.flatMap(({ heading, claims }) => {
    const lines = claims.flatMap(lineOf).join('\n');
    return [plainLine(heading) && `## ${plainLine(heading)}`, lines];
  });
  const markdown = [...blocks, ...notesBlocks(plan.notes ?? [])].filter((block) => block !== '').join('\n\n');
  return { title: onOneLine(plan.title), markdown, unsupported };
}

/** What is missing, as the last blocks of a report. */
export function notesBlocks(notes: readonly string[]): string[] {
  const lines = notes.map(plainLine).filter((note) => note !== '');
  return lines.length > 0 ? ['## About the sources', lines.map((note) => `- ${note}`).join('\n')] : [];
}
