import type { Citation } from '#lib/core/artifact.ts';
import { onOneLine } from './plain-markdown.ts';

/** `stands`: the quote is in the page's text, white space aside. `gone`: it is not. `unknown`: no text of that page was given. */
type CheckedCitation = { id: string; url: string; state: 'stands' | 'gone' | 'unknown' };

/** Compares quotes with texts of the pages they cite, by address. */
export function checkCitations(
  citations: readonly Pick<Citation, 'id' | 'url' | 'quote'>[],
  texts: ReadonlyMap<string, string>,
): CheckedCitation[] {
  const lines = new Map([...texts].map(([url, text]) => [url, onOneLine(text)]));
  return citations.map(({ id, url, quote }) => {
    const text = lines.get(url);
    if (text === undefined) return { id, url, state: 'unknown' };
    const wanted = onOneLine(quote);
    return { id, url, state: wanted !== '' && text.includes(wanted) ? 'stands' : 'gone' };
  });
}
