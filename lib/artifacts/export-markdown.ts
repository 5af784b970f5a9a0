import { type ArtifactVersion, type Citation, draftContent } from '#lib/core/artifact.ts';
import { siteOf } from '#lib/core/site.ts';
import { draftAsText } from './draft.ts';
import { escapeMarkdown } from './plain-markdown.ts';
import { artifactAsText, markdownOf } from './readable.ts';

type Exported = Pick<ArtifactVersion, 'title' | 'content' | 'citations'>;

/** An artifact as a markdown document of its own: a report or a table ends with its sources, numbered like the markers in its text. */
export function exportMarkdown(version: Exported): string {
  const draft = draftContent.safeParse(version.content).data;
  if (draft) return `${draftAsText(draft)}\n`;
  const markdown = markdownOf(version);
  if (markdown === undefined) return `${artifactAsText(version)}\n`;
  const blocks = [`# ${escapeMarkdown(version.title)}`, markdown];
  if (version.citations.length > 0) blocks.push('## Sources', version.citations.map(sourceLine).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function sourceLine({ id, url, title, quote, readAt }: Citation): string {
  const name = escapeMarkdown(title || url);
  const link = siteOf(url) ? `[${name}](<${new URL(url).href.replace(/[<>]/g, encodeURIComponent)}>)` : name;
  return `${id}. ${link}, read ${new Date(readAt).toISOString().slice(0, 10)}: “${escapeMarkdown(quote)}”`;
}
