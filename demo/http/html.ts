/** Markup that is safe to put into a page. */
export type Html = { readonly html: string };

export type Part = Html | string | number | false | null | readonly Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it must stand in an element or a quoted attribute. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

const isHtml = (part: Html | readonly Part[]): part is Html => !Array.isArray(part);

const render = (part: Part): string => {
  if (part === false || part === null) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return isHtml(part) ? part.html : part.map(render).join('');
};

/** A template whose literal text is markup and whose values are escaped, unless they are `Html` themselves. */
export const html = (literals: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: literals.map((literal, i) => literal + render(parts[i] ?? null)).join(''),
});
