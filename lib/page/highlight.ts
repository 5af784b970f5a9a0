import { type SeenText, seenText } from './seen-text.ts';
import { squeeze } from './text.ts';

const NAME = 'annex-quote';
const STYLE = `::highlight(${NAME}) { background-color: #ffe08a; color: #1f1a00; }`;

/** Marks a quote on the page and scrolls to it. The page's elements stay as they are: the mark is a custom highlight. */
export function highlight(doc: Document, quote: string): { found: boolean } {
  const ranges = findQuote(doc, quote);
  const first = ranges[0];
  doc.defaultView?.CSS.highlights.delete(NAME);
  if (!first) return { found: false };
  const home = first.startContainer.ownerDocument;
  const view = home?.defaultView;
  if (!home || !view) return { found: false };
  view.CSS.highlights.set(NAME, new view.Highlight(...ranges));
  addStyle(home, view);
  first.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return { found: true };
}

/** One range for each tree (document, shadow tree, frame) that the quote runs through. White space, and the bars between cells, do not count. */
export function findQuote(doc: Document, quote: string): Range[] {
  const wanted = squeeze(quote);
  if (wanted === '') return [];
  const texts = seenText(doc);
  const pieces = texts.map(({ node }) => squeeze(node.data));
  const whole = pieces.join('');
  const exact = whole.indexOf(wanted);
  const start = exact >= 0 ? exact : whole.toLowerCase().indexOf(wanted.toLowerCase());
  return start < 0 ? [] : rangesOf(texts, pieces, { start, end: start + wanted.length });
}

function rangesOf(
  texts: readonly SeenText[],
  pieces: readonly string[],
  { start, end }: { start: number; end: number },
): Range[] {
  const ranges = new Map<Node, Range>();
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const node = texts[index]?.node;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, piece.length);
    at += piece.length;
    if (!node || to <= 0 || from >= to) continue;
    const root = node.getRootNode();
    const range = ranges.get(root) ?? node.ownerDocument.createRange();
    if (!ranges.has(root)) range.setStart(node, offsetOf(node.data, from));
    range.setEnd(node, offsetOf(node.data, to - 1) + 1);
    ranges.set(root, range);
  }
  return [...ranges.values()];
}

/** Where in the raw text its `count`-th counted character stands. */
function offsetOf(raw: string, count: number): number {
  let seen = 0;
  for (let offset = 0; offset < raw.length; offset++) {
    if (squeeze(raw.charAt(offset)) === '') continue;
    if (seen === count) return offset;
    seen += 1;
  }
  return raw.length;
}

const styled = new WeakSet<Document>();

function addStyle(doc: Document, view: Window & typeof globalThis): void {
  if (styled.has(doc)) return;
  styled.add(doc);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(STYLE);
  doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
}
