import { RUN } from './numbers.ts';
import { tidy } from './text.ts';

/** A piece of a block: text and inline elements, or a block of its own. `words`: whether it has text outside buttons. */
export type Piece =
  | { kind: 'inline'; node: Node; text: string; words: boolean }
  | { kind: 'block'; node: Element }
  | { kind: 'break' };

/** Puts pieces into a block. Its text becomes one run, or several where blocks or double line breaks part it. */
export function fillBlock(runs: string[], block: Element, found: readonly Piece[]): void {
  const lines = partRuns(found);
  const alone = lines.length === 1;
  for (const line of lines) {
    if (line.kind === 'block') {
      block.append(line.node);
      continue;
    }
    const holder = alone
      ? block
      : block.ownerDocument.createElement(block.localName === 'ul' || block.localName === 'ol' ? 'li' : 'p');
    for (const node of line.nodes) holder.append(node);
    const text = tidy(line.text);
    if (line.words && /[\p{L}\p{N}]/u.test(text)) {
      holder.setAttribute(RUN, String(runs.length));
      runs.push(text);
    }
    if (!alone) block.append(holder);
  }
}

type Part = { kind: 'block'; node: Element } | { kind: 'run'; nodes: Node[]; text: string; words: boolean };

function partRuns(found: readonly Piece[]): Part[] {
  const parts: Part[] = [];
  let run: Extract<Part, { kind: 'run' }> | undefined;
  let breaks = 0;
  for (const piece of found) {
    if (piece.kind === 'block') {
      parts.push(piece);
      run = undefined;
    } else if (piece.kind === 'break') {
      breaks += 1;
      if (run) run.text += ' ';
      if (breaks > 1) run = undefined;
    } else if (run || piece.text.trim() !== '') {
      if (piece.text.trim() !== '') breaks = 0;
      if (!run) {
        run = { kind: 'run', nodes: [], text: '', words: false };
        parts.push(run);
      }
      run.nodes.push(piece.node);
      run.text += piece.text;
      run.words ||= piece.words;
    }
  }
  return parts;
}

/** What a piece reads, with spaces around blocks. */
export function wordsOf(runs: readonly string[], piece: Piece): string {
  if (piece.kind === 'inline') return piece.text;
  return piece.kind === 'block' ? ` ${runsUnder(runs, piece.node)} ` : ' ';
}

const runsUnder = (runs: readonly string[], element: Element): string =>
  [element, ...element.querySelectorAll(`[${RUN}]`)]
    .flatMap((one) => runs[Number(one.getAttribute(RUN) ?? -1)] ?? [])
    .join(' ');

const CELL_LIMIT = 300;

/** A row of short cells reads as one run, `a | b`. */
export function joinRow(runs: string[], row: Element): void {
  if (row.children.length < 2 || row.querySelector('table')) return;
  const cells = [...row.children].map((cell) => runsUnder(runs, cell));
  if (cells.some((cell) => cell.length > CELL_LIMIT) || cells.filter(Boolean).length < 2) return;
  for (const marked of row.querySelectorAll(`[${RUN}]`)) marked.removeAttribute(RUN);
  row.setAttribute(RUN, String(runs.length));
  runs.push(tidy(cells.join(' | ')));
}
