import { isClobbered } from './clobbered.ts';
import { isAnchor, isElement, isFrame, isText } from './elements.ts';
import { LINK } from './numbers.ts';
import { fillBlock, joinRow, type Piece, wordsOf } from './runs.ts';
import { tidy } from './text.ts';
import { childrenOf, frameDocument } from './tree.ts';
import { type Eyes, isInline, type Scope, type Shown, sharedEyes } from './visibility.ts';

/** A copy of what can be seen of a page, for an extractor to take apart: its runs of text and links are numbered and kept aside. */
export type PageCopy = {
  doc: Document;
  /** Unbroken text of one block, as it stands on the page. */
  runs: string[];
  links: { text: string; value: string }[];
  covert: number;
  late: boolean;
};

const SKIPPED = new Set(
  'script style noscript template head link meta svg canvas video audio object embed input select textarea datalist dialog'.split(
    ' ',
  ),
);
const KEPT_ATTRIBUTES = [
  'id',
  'class',
  'itemprop',
  'itemtype',
  'itemscope',
  'rel',
  'role',
  'datetime',
  'lang',
  'dir',
  'colspan',
  'rowspan',
  'scope',
  'title',
];
const DEEP = 300;
/** More of one text than all passages of a reading hold together is not copied. */
const TEXT_LIMIT = 1_000_000;

type Work = PageCopy & { eyes: Eyes; until: number; visited: number };

export function copyPage(doc: Document, until: number): PageCopy {
  const copy = doc.implementation.createHTMLDocument('');
  const eyes = sharedEyes();
  const work: Work = { doc: copy, runs: [], links: [], covert: 0, late: false, eyes, until, visited: 0 };
  copyHead(doc, copy);
  const scope = eyes.open(doc);
  if (scope && doc.body) {
    const sight = eyes.see(scope, doc.body);
    if (sight.kind === 'shown') fillBlock(work.runs, copy.body, pieces(work, doc.body, { sight, level: 0 }));
    for (const name of KEPT_ATTRIBUTES) keepAttribute(doc.body, copy.body, name);
  }
  return work;
}

/** What an extractor takes title, author and date from. */
function copyHead(doc: Document, copy: Document): void {
  copy.title = doc.title;
  copy.documentElement.lang = doc.documentElement.lang;
  for (const one of doc.querySelectorAll('meta,script[type="application/ld+json"]'))
    copy.head.append(copy.importNode(one, true));
}

function pieces(work: Work, node: Element | Document, { sight, level }: { sight: Shown; level: number }): Piece[] {
  const found: Piece[] = [];
  if (level > DEEP) return found;
  for (const child of childrenOf(node)) {
    if (work.late) break;
    if (isText(child)) {
      const text = child.data.slice(0, TEXT_LIMIT);
      if (sight.text) found.push({ kind: 'inline', node: work.doc.createTextNode(text), text, words: true });
    } else if (isElement(child) && isClobbered(child)) {
      work.covert += 1;
    } else if (isElement(child)) {
      const piece = pieceOf(work, child, { scope: sight.scope, level: level + 1 });
      if (piece) found.push(piece);
    }
  }
  return found;
}

function pieceOf(work: Work, element: Element, { scope, level }: { scope: Scope; level: number }): Piece | undefined {
  work.visited += 1;
  if (work.visited % 200 === 0 && Date.now() > work.until) work.late = true;
  if (SKIPPED.has(element.localName)) return undefined;
  const sight = work.eyes.see(scope, element);
  if (sight.kind === 'hidden' || !sight.text) noteCovert(work, element, sight.kind === 'shown' || sight.covert);
  if (sight.kind === 'hidden') return undefined;
  if (element.localName === 'br') return { kind: 'break' };
  if (isFrame(element)) return framePiece(work, element, level);
  const node = copyElement(work, element);
  const link = work.links[Number(node.getAttribute(LINK) ?? -1)];
  const inner = pieces(work, element, { sight, level });
  if (link) link.text = tidy(inner.map((piece) => wordsOf(work.runs, piece)).join(''));
  const inline = isInline(sight.style) && inner.every((piece) => piece.kind !== 'block');
  if (!inline) {
    fillBlock(work.runs, node, inner);
    if (element.localName === 'tr') joinRow(work.runs, node);
    return { kind: 'block', node };
  }
  const text = inner.map((piece) => (piece.kind === 'inline' ? piece.text : ' ')).join('');
  for (const piece of inner) node.append(piece.kind === 'break' ? work.doc.createTextNode(' ') : piece.node);
  const button = element.localName === 'button' || element.getAttribute('role') === 'button';
  return {
    kind: 'inline',
    node,
    text,
    words: !button && inner.some((piece) => piece.kind === 'inline' && piece.words),
  };
}

function framePiece(work: Work, element: HTMLIFrameElement, level: number): Piece | undefined {
  const doc = frameDocument(element);
  const scope = doc ? work.eyes.open(doc) : undefined;
  if (!doc?.body || !scope) return undefined;
  const sight = work.eyes.see(scope, doc.body);
  const node = work.doc.createElement('div');
  if (sight.kind === 'shown') fillBlock(work.runs, node, pieces(work, doc.body, { sight, level }));
  return { kind: 'block', node };
}

function copyElement(work: Work, element: Element): Element {
  const simple = /^[a-z][a-z0-9]*$/.test(element.localName) && !element.localName.includes('-');
  const node = work.doc.createElement(simple ? element.localName : 'div');
  for (const name of KEPT_ATTRIBUTES) keepAttribute(element, node, name);
  if (isAnchor(element) && /^https?:/.test(element.href)) {
    node.setAttribute('href', element.href);
    node.setAttribute(LINK, String(work.links.length));
    work.links.push({ text: '', value: element.href });
  }
  return node;
}

function keepAttribute(from: Element, to: Element, name: string): void {
  const value = from.getAttribute(name);
  if (value !== null) to.setAttribute(name, value);
}

function noteCovert(work: Work, element: Element, covert: boolean): void {
  if (covert && element.childElementCount < 3 && tidy(element.textContent ?? '').length >= 20) work.covert += 1;
}
