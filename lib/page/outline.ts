import { cutTo, estimateTokens } from './text.ts';

/** A line of the outline. `end`: nothing inside it follows, so an outline may be cut behind it and go on after it. */
export type Line = { depth: number; text: string; element?: Element; end?: boolean };

const DEEPEST = 4;
const LINE_LIMIT = 3000;

/** Gathers lines within a budget of tokens; `isFull` tells the walk to stop. */
export type Outline = {
  isFull: () => boolean;
  add: (line: Line) => void;
  /** Adds a line for a container, taken back when nothing came under it; with `lone`, also when only one line did. */
  group: (line: Line, options: { lone: boolean }, inside: () => void) => void;
  lines: () => Line[];
};

export function createOutline(budget: number): Outline {
  const lines: Line[] = [];
  let tokens = 0;
  const add = (line: Line) => {
    const text = cutTo(line.text, LINE_LIMIT);
    tokens += estimateTokens(text) + 1;
    lines.push({ ...line, text });
  };
  return {
    isFull: () => tokens > budget,
    add,
    group: (line, { lone }, inside) => {
      const at = lines.length;
      add(line);
      inside();
      const only = lines[at + 1];
      if (lines.length === at + 1) lines.pop();
      else if (lone && only && lines.length === at + 2) lines.splice(at, 2, { ...only, depth: line.depth });
    },
    lines: () => lines,
  };
}

/** The last line behind which the outline can be taken up again, and the lines up to it. */
export function cutAtEnd(lines: readonly Line[]): { kept: Line[]; after: Element | undefined } {
  const last = lines.findLastIndex((line) => line.end === true && line.element !== undefined);
  if (last < 0) return { kept: [...lines], after: undefined };
  return { kept: lines.slice(0, last + 1), after: lines[last]?.element };
}

export function print(lines: readonly Line[]): string {
  return lines.map(({ depth, text }) => '  '.repeat(Math.min(depth, DEEPEST)) + text).join('\n');
}
