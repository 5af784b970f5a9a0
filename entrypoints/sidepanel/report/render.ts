import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { markCitations } from './citations.ts';

const TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'a'],
  ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'sub'],
];

/**
 * A report as nodes: markdown, sanitised to plain text marks, with a chip for each citation. Nothing in it loads: an
 * image stands as its words (it would tell its server that the report was read), HTML stands as text, links keep only
 * http and https addresses.
 */
export function renderReport(
  markdown: string,
  cited: ReadonlySet<string>,
  citationLabel: (id: string) => string,
): DocumentFragment {
  const html = new Marked({ renderer: { html: asText, image: asText } }).parse(markdown, { async: false, gfm: true });
  const fragment = DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'start', 'align'],
    ALLOWED_URI_REGEXP: /^https?:/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  markCitations(fragment, cited, citationLabel);
  return fragment;
}

const asText = ({ text }: { text: string }) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
