/** Code, in a block or in a line: what stands in it is no marker and no heading. */
const BLOCK = String.raw`^[ \t]*(?<fence>\x60{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\k<fence>[^\n]*$|(?![\s\S]))`;
const INLINE = String.raw`(?<![\\\x60])(?<ticks>\x60+)(?!\x60)[^\n]*?(?<!\x60)\k<ticks>(?!\x60)`;
/** A marker `[n]` as the viewer takes it, escaped or not; not the text of a link, not the name of an address. */
const MARKER = String.raw`\\?\[(?<marker>\d{1,4})\\?\](?![(:])`;
const HEADING = String.raw`^(?<marks>#{1,5})(?=\s)`;

/** Gives each marker its new number. One that cites nothing turns into plain text, so that it does not come to cite what another part cites. */
export function renumber(markdown: string, numberOf: (id: string) => string | undefined): string {
  return change(markdown, [BLOCK, INLINE, MARKER], (found, { marker }) => {
    if (marker === undefined) return found;
    const number = numberOf(marker);
    return number === undefined ? `(${marker})` : `[${number}]`;
  });
}

/** Moves every heading one level down; the sixth is the last. */
export function demote(markdown: string): string {
  return change(markdown, [BLOCK, HEADING], (found, { marks }) => (marks === undefined ? found : `${marks}#`));
}

type Groups = Record<string, string | undefined>;

function change(text: string, patterns: readonly string[], make: (found: string, groups: Groups) => string): string {
  return text.replace(new RegExp(patterns.join('|'), 'gm'), (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1);
    return make(found, typeof groups === 'object' && groups !== null ? { ...groups } : {});
  });
}
