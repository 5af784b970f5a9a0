import {
  type ArtifactVersion,
  draftContent,
  reportContent,
  type TableContent,
  tableContent,
} from '#lib/core/artifact.ts';
import { canonical } from '#lib/core/canonical.ts';
import { draftAsText } from './draft.ts';
import { onOneLine, unescapeMarkdown } from './plain-markdown.ts';
import { rowAsText, tableAsMarkdown } from './table-text.ts';

type Readable = Pick<ArtifactVersion, 'title' | 'content' | 'citations'>;
type ArtifactPassage = { text: string; heading?: string };

/** An artifact as plain text for an engine: a report or a table with its markers and sources, a draft with its head. */
export function artifactAsText(version: Readable): string {
  const draft = draftContent.safeParse(version.content).data;
  if (draft) return draftAsText(draft);
  const markdown = markdownOf(version);
  if (markdown === undefined) return canonical(version.content);
  const sources = version.citations.map(({ id, title, url }) => `[${id}] ${title} ${url}`);
  const lines = [version.title, '', ...markdown.split('\n').map(unescapeMarkdown)];
  return [...lines, ...(sources.length > 0 ? ['', 'Sources', ...sources] : [])].join('\n');
}

/** The text of a report or of a table, with its markers; `undefined` for what is neither. */
export function markdownOf({ content }: Pick<Readable, 'content'>): string | undefined {
  const table = tableContent.safeParse(content).data;
  return table ? tableAsMarkdown(table) : reportContent.safeParse(content).data?.markdown;
}

/** An artifact as passages that can be cited: each claim, paragraph, list item or row, with the heading above it, without markers; last, each source once. */
export function passagesOf(version: Readable): ArtifactPassage[] {
  const draft = draftContent.safeParse(version.content).data;
  if (draft) return [{ text: `Subject: ${draft.subject}` }, ...paragraphs(draft.body)];
  const table = tableContent.safeParse(version.content).data;
  if (table) return [...tablePassages(table), ...sourcesOf(version)];
  const report = reportContent.safeParse(version.content).data;
  if (!report) return [{ text: canonical(version.content) }];
  return [...reportPassages(report.markdown), ...sourcesOf(version)];
}

function sourcesOf({ citations }: Readable): ArtifactPassage[] {
  const named = citations.map(({ title, url }) => (/^https?:/.test(url) ? `${title}, ${url}` : title));
  return [...new Set(named.map(onOneLine))].map((text) => ({ text, heading: 'Sources' }));
}

function tablePassages(table: TableContent): ArtifactPassage[] {
  const rows = table.rows.map((row) => rowAsText(row, table));
  return [...rows, ...table.notes].filter((text) => text !== '').map((text) => ({ text }));
}

function paragraphs(text: string): ArtifactPassage[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => ({ text: onOneLine(one) }))
    .filter((one) => one.text !== '');
}

function reportPassages(markdown: string): ArtifactPassage[] {
  const found: ArtifactPassage[] = [];
  let heading: string | undefined;
  let open: string[] = [];
  const close = () => {
    const text = onOneLine(plainOf(open.join(' ')));
    if (text) found.push({ text, ...(heading && { heading }) });
    open = [];
  };
  for (const line of markdown.split('\n')) {
    const title = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    if (title !== undefined || line.trim() === '' || /^\s*(?:[-*+]|\d+[.)])\s/.test(line)) close();
    if (title !== undefined) heading = onOneLine(plainOf(title));
    else open.push(line.replace(/^\s*(?:[-*+]|\d+[.)]|>)\s+/, ''));
  }
  close();
  return found;
}

/** A line without markers and marks; a link keeps its text. */
function plainOf(line: string): string {
  const unmarked = line
    .replace(/(?<!\\)\[\d+\](?![(:])/g, '')
    .replace(/(?<!\\)!?\[([^\]\\]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)(\*\*|__)(.+?)\1/g, '$2');
  return unescapeMarkdown(unmarked);
}
