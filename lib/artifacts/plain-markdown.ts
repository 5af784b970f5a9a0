/** White space as one blank: how texts are compared and shown on one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * Plain text as one line of markdown that renders as just that text: no link, image, HTML, list or heading can come of it, and no
 * bare address either, which GFM would link.
 */
export function escapeMarkdown(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&@!]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** The text that `escapeMarkdown` was given, on one line. */
export function unescapeMarkdown(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Text as one line of markdown. A page's own footnote numbers ("[3]") are left out: they would read as citations of the report. */
export function plainLine(text: string): string {
  let left = text;
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/\s?\[\d+\]/g, '');
  }
  return escapeMarkdown(left);
}
