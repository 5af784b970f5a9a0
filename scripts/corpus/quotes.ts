/** Whether a quote stands in the text that the browser shows: white space, the bars between table cells and upper case aside, which style sheets make. */
export function standsIn(quote: string, text: string): boolean {
  const wanted = squeezed(quote);
  return wanted !== '' && squeezed(text).includes(wanted);
}

/** Soft hyphens and other characters without a shape are out too. */
const squeezed = (text: string): string => text.replace(/\p{Cf}|[\s|]/gu, '').toLowerCase();

/** The claims of a report: its list items that carry a number of a citation. */
export function countClaims(markdown: string): number {
  return markdown.split('\n').filter((line) => /^- .*(?<!\\)\[\d+\]$/.test(line)).length;
}
