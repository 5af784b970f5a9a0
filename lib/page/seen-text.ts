import { isClobbered } from './clobbered.ts';
import { isElement, isText } from './elements.ts';
import { tidy } from './text.ts';
import { childrenOf, frameDocument } from './tree.ts';
import { isInline, type Scope, type Sight, sharedEyes } from './visibility.ts';

/** A text node that a person sees, and the line of the page it stands on, counted in blocks. */
export type SeenText = { node: Text; line: number };

const SKIPPED = new Set('script style noscript template textarea select'.split(' '));

/** All text that can be seen, in order, through shadow trees and frames of the same origin; bounded by time. */
export function seenText(doc: Document, limitMs = 1500): SeenText[] {
  const eyes = sharedEyes();
  const until = Date.now() + limitMs;
  const found: SeenText[] = [];
  let line = 0;
  let visited = 0;
  const inside = (node: Node, scope: Scope, text: boolean, level: number) => {
    for (const child of childrenOf(node)) {
      if (isText(child) && text) found.push({ node: child, line });
      else if (isElement(child) && level < 300 && !SKIPPED.has(child.localName)) visit(child, scope, level + 1);
    }
  };
  const visit = (element: Element, scope: Scope, level: number) => {
    visited += 1;
    if (visited % 200 === 0 && Date.now() > until) visited = Number.NEGATIVE_INFINITY;
    if (visited < 0 || isClobbered(element)) return;
    const sight = eyes.see(scope, element);
    if (sight.kind === 'hidden') return;
    const block = isBlock(sight, element);
    if (block) line += 1;
    const doc = frameDocument(element);
    const inner = doc ? eyes.open(doc) : sight.scope;
    if (inner) inside(doc ?? element, inner, sight.text, level);
    if (block) line += 1;
  };
  const scope = eyes.open(doc);
  if (scope) inside(doc, scope, true, 0);
  return found;
}

const isBlock = (sight: Extract<Sight, { kind: 'shown' }>, element: Element) =>
  element.localName === 'br' || !isInline(sight.style);

/** Two lines that differ only behind this are alike: lines are compared, and told of by their beginnings. */
const LINE_LIMIT = 20_000;

export function linesOf(texts: readonly SeenText[]): string[] {
  const lines = new Map<number, string>();
  for (const { node, line } of texts) lines.set(line, (lines.get(line) ?? '') + node.data.slice(0, LINE_LIMIT));
  return [...lines.values()].map(tidy).filter(Boolean);
}
