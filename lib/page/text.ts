const JOINING = '\\u200c|\\u200d|\\ufe0e|\\ufe0f';
/**
 * Characters that show nothing: soft hyphens, zero-width marks, direction marks, tag characters, fillers, selectors of variants.
 * Scripts and emoji need joiners and the two common selectors; three in a row spell something else.
 */
const UNSEEN = new RegExp(`(?!${JOINING})[\\p{Cf}\\p{Default_Ignorable_Code_Point}]|(?:${JOINING}){3,}`, 'gu');

/** Text as a person sees it on one line: unseen characters out, white space to single spaces. */
export function tidy(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** Text of several lines: unseen characters out, spaces inside lines collapsed, blank lines at both ends dropped. */
export function tidyLines(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .trim();
}

/** Everything that may differ between a quote and its place on the page is out: white space, unseen characters, cell bars. */
export function squeeze(text: string): string {
  return text.replace(UNSEEN, '').replace(/[\s|]+/g, '');
}

export function cutTo(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}

/** A rough count: four Latin characters to a token, one of any other script. */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\u0250-\uffff]/g)?.length ?? 0;
  return Math.ceil((text.length - wide) / 4) + wide;
}
