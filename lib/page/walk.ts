import { isClobbered } from './clobbered.ts';
import { isElement, isFrame, isLabel, isText, isTextField, isToggle, labelsOf } from './elements.ts';
import { lineOf } from './line.ts';
import { nameOf } from './name.ts';
import type { Outline } from './outline.ts';
import type { Refs } from './refs.ts';
import { ACTIVE, roleOf } from './role.ts';
import { tidy } from './text.ts';
import { ancestorsOf, childrenOf, frameDocument } from './tree.ts';
import { type Eyes, isInline, type Scope, type Shown } from './visibility.ts';

const SKIPPED = new Set('script style noscript template head link meta option optgroup datalist'.split(' '));
const LEAVES = new Set('heading img canvas meter progressbar'.split(' '));
/** Containers that read as one line where nothing in them can be acted on. */
const ONE_LINE = new Set(['listitem', 'row']);
const ACTIVE_INSIDE =
  'a[href],button,input:not([type=hidden]),select,textarea,summary,[contenteditable],[tabindex],[role=button],[role=link],[role=checkbox],[role=option],[role=tab],[role=menuitem],iframe';
const DEEP = 300;
/** More of one text than any outline holds is not even looked at. */
const TEXT_LIMIT = 100_000;

export type Walk = {
  eyes: Eyes;
  refs: Refs;
  outline: Outline;
  /** Nothing is written up to the end of this element. */
  after: Element | undefined;
  /** When to stop, ms since the epoch. */
  until: number;
};

/** What the walk has met: pieces of text hidden from people, and whether time ran out. */
export type Walked = { covert: number; late: boolean };

/** Where the walk stands. `parts` gathers text for a container that reads as one line. */
type At = {
  depth: number;
  level: number;
  scope: Scope;
  pointer: boolean;
  mute: boolean;
  text: boolean;
  parts?: string[];
};

type State = Walk & Walked & { path: Set<Element>; started: boolean; visited: number; pending: string };

/** Writes the outline of what can be seen of a document and its frames of the same origin. */
export function walkDocument(doc: Document, walk: Walk): Walked {
  const path = new Set(walk.after ? ancestorsOf(walk.after) : []);
  const state: State = { ...walk, covert: 0, late: false, path, started: !walk.after, visited: 0, pending: '' };
  const scope = walk.eyes.open(doc);
  if (scope) inside(state, doc, { depth: 0, level: 0, scope, pointer: false, mute: false, text: true });
  flush(state, { depth: 0 });
  return { covert: state.covert, late: state.late };
}

function inside(state: State, node: Node, at: At): void {
  for (const child of childrenOf(node)) {
    if (state.outline.isFull() || state.late) return;
    if (isText(child)) state.pending += at.text && !at.mute && state.started ? child.data.slice(0, TEXT_LIMIT) : '';
    else if (isElement(child)) visit(state, child, at);
  }
}

function visit(state: State, element: Element, at: At): void {
  state.visited += 1;
  if (state.visited % 200 === 0 && Date.now() > state.until) state.late = true;
  if (isClobbered(element)) {
    state.covert += 1;
    return;
  }
  if (SKIPPED.has(element.localName) || at.level > DEEP) return;
  if (!state.started && !state.path.has(element)) {
    if (element === state.after) state.started = true;
    return;
  }
  if (element.getAttribute('aria-hidden') === 'true' && !element.contains(element.ownerDocument.activeElement)) return;
  const sight = state.eyes.see(at.scope, element);
  if (sight.kind === 'shown') shown(state, element, { sight, at });
  else if (isToggle(element) && hasShownLabel(element, state.eyes)) leaf(state, element, { role: roleOf(element), at });
  else if (sight.covert && tidy(element.textContent ?? '') !== '') state.covert += 1;
}

function shown(state: State, element: Element, { sight, at }: { sight: Shown; at: At }): void {
  const pointer = sight.style.cursor === 'pointer';
  const below: At = {
    ...at,
    level: at.level + 1,
    scope: sight.scope,
    pointer: at.pointer || pointer,
    text: sight.text,
  };
  const role = sight.drawn ? roleIn(element, pointer && !at.pointer) : '';
  if (element.localName === 'br') state.pending += ' ';
  if (element.localName === 'label' && labelledControl(element)) below.mute = true;
  if (!sight.text && sight.drawn && tidy(element.textContent ?? '') !== '' && element.childElementCount === 0)
    state.covert += 1;
  if (isFrame(element)) frame(state, element, below);
  else if (isLeaf(element, role)) leaf(state, element, { role, at });
  else if (ONE_LINE.has(role) && !at.parts && !holdsActive(element)) oneLine(state, element, { role, below });
  else if (role && !at.parts && lineOf(element, role, { refs: state.refs, group: true }))
    group(state, element, { role, below });
  else plain(state, element, { sight, below });
}

function roleIn(element: Element, startsPointer: boolean): string {
  const role = roleOf(element);
  if (ACTIVE.has(role) || element.localName === 'label' || element.localName === 'body') return role;
  const focusable = element.hasAttribute('tabindex') && element.getAttribute('tabindex') !== '-1';
  const acts = startsPointer || element.hasAttribute('onclick') || (focusable && (role === '' || role === 'listitem'));
  return acts ? 'clickable' : role;
}

function isLeaf(element: Element, role: string): boolean {
  if (isTextField(element) || role === 'textbox') return true;
  return (ACTIVE.has(role) || LEAVES.has(role)) && (element.localName === 'select' || !holdsActive(element));
}

function leaf(state: State, element: Element, { role, at }: { role: string; at: At }): void {
  if (role === 'img' && !nameOf(element, role)) return;
  if (at.parts && !ACTIVE.has(role)) {
    state.pending += role === 'heading' ? ` ${nameOf(element, role)} ` : '';
    return;
  }
  flush(state, at);
  if (state.started) state.outline.add({ depth: at.depth, text: lineOf(element, role, state), element, end: true });
}

function oneLine(state: State, element: Element, { role, below }: { role: string; below: At }): void {
  flush(state, below);
  const parts: string[] = [];
  inside(state, element, { ...below, parts });
  flush(state, { depth: below.depth, parts });
  if (parts.length === 0 || !state.started) return;
  const text = role === 'row' ? `row: ${parts.join(' | ')}` : `item: ${parts.join(' ')}`;
  state.outline.add({ depth: below.depth, text, element, end: true });
}

function group(state: State, element: Element, { role, below }: { role: string; below: At }): void {
  flush(state, below);
  const text = lineOf(element, role, { refs: state.refs, group: true });
  const lone = role === 'listitem' || role === 'row';
  state.outline.group({ depth: below.depth, text, element }, { lone }, () => {
    const inner = { ...below, depth: below.depth + 1 };
    inside(state, element, inner);
    flush(state, inner);
  });
}

function plain(state: State, element: Element, { sight, below }: { sight: Shown; below: At }): void {
  if (isInline(sight.style)) {
    inside(state, element, below);
    return;
  }
  flush(state, below);
  const before = state.outline.lines().length;
  inside(state, element, below);
  flush(state, below, state.outline.lines().length === before ? element : undefined);
}

function frame(state: State, element: HTMLIFrameElement, below: At): void {
  flush(state, below);
  const doc = frameDocument(element);
  const box = element.getBoundingClientRect();
  if (box.width < 20 || box.height < 20) return;
  const line = { depth: below.depth, text: lineOf(element, 'frame', state), element };
  const scope = doc ? state.eyes.open(doc) : undefined;
  if (!doc || !scope) {
    if (state.started) state.outline.add({ ...line, end: true });
    return;
  }
  state.outline.group(line, { lone: false }, () => {
    inside(state, doc, { depth: below.depth + 1, level: below.level, scope, pointer: false, mute: false, text: true });
    flush(state, { depth: below.depth + 1 });
  });
}

/** Writes the text gathered so far. With `block`, that element held all of it. */
function flush(state: State, at: { depth: number; parts?: string[] }, block?: Element): void {
  const text = tidy(state.pending);
  state.pending = '';
  if (!text || !state.started) return;
  if (at.parts) at.parts.push(text);
  else state.outline.add({ depth: at.depth, text: `text: ${text}`, ...(block && { element: block, end: true }) });
}

const holdsActive = (element: Element) => element.querySelector(ACTIVE_INSIDE) !== null;

/** The text of a label is the name of its control, and would stand twice. */
const labelledControl = (label: Element) => isLabel(label) && label.control !== null;

/** Styled checkboxes hide the real one and show its label in its place. */
function hasShownLabel(element: Element, eyes: Eyes): boolean {
  return element.checkVisibility() && labelsOf(element).some((label) => eyes.look(label).kind === 'shown');
}
