import { isInput, isSelect, isTarget, isTextarea } from './elements.ts';
import { nameOf } from './name.ts';
import { readsAs } from './refs.ts';
import { activeRole } from './role.ts';
import { linesOf, seenText } from './seen-text.ts';
import { pause, settle } from './settle.ts';
import { shownValue, statesOf } from './state.ts';
import { cutTo } from './text.ts';
import { findAll } from './tree.ts';
import { sharedEyes } from './visibility.ts';

const DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog]';
const LEAVING_MS = 8000;
const LINES = 4;
const LINE_LIMIT = 200;

/** `own`: the element's own state counts; without it, the caller says that itself. */
export type Watching = { signal: AbortSignal; own: boolean };

export type Acted = { changed: string[]; leaving: boolean };

/** Does something on the page, waits until it has settled, and says in words what became different. */
export async function withChanges<Result>(
  element: Element,
  { signal, own }: Watching,
  act: () => Result | Promise<Result>,
): Promise<Acted & { result: Result }> {
  const doc = element.ownerDocument;
  const events = listen(doc);
  const before = takeStock(doc, element);
  const result = await act();
  await settle(doc, { signal });
  events.stop();
  if (events.leaving()) {
    await tornDown(signal);
    return { changed: ['The page began to load another address.'], leaving: true, result };
  }
  const after = takeStock(doc, element);
  const changed = [...compare(before, own ? after : { ...after, state: before.state }), ...events.invalid()];
  return { changed: changed.length > 0 || !own ? changed : ['Nothing visible changed.'], leaving: false, result };
}

/** The next page takes this one down while it waits here. Downloads do not: then it goes on. */
async function tornDown(signal: AbortSignal): Promise<void> {
  const until = Date.now() + LEAVING_MS;
  while (Date.now() < until && !signal.aborted) await pause(100);
}

type Stock = { url: string; dialogs: string[]; reads: string; state: string; there: boolean; lines: string[] };

function takeStock(doc: Document, element: Element): Stock {
  const eyes = sharedEyes();
  const dialogs = findAll(doc, DIALOGS).filter((dialog) => eyes.look(dialog).kind === 'shown');
  return {
    url: doc.URL,
    dialogs: dialogs.map((dialog) => nameOf(dialog, 'dialog')),
    reads: readsAs(element),
    state: [shownValue(element), ...statesOf(element, activeRole(element))].filter(Boolean).join(', '),
    there: element.isConnected,
    lines: linesOf(seenText(doc)),
  };
}

function compare(before: Stock, after: Stock): string[] {
  const words: string[] = [];
  if (after.url !== before.url) words.push(`The address is now ${after.url}.`);
  for (const name of missing(after.dialogs, before.dialogs)) words.push(`A dialog opened${quoted(name)}.`);
  for (const name of missing(before.dialogs, after.dialogs)) words.push(`A dialog closed${quoted(name)}.`);
  if (before.there && !after.there) words.push(`${before.reads} is no longer on the page.`);
  else if (after.state !== before.state) words.push(`${after.reads} is now ${after.state || 'without a value'}.`);
  const added = missing(after.lines, before.lines);
  if (added.length > 0) words.push(`New on the page: ${list(added)}`);
  const removed = missing(before.lines, after.lines);
  if (removed.length > 0) words.push(`No longer on the page: ${list(removed)}`);
  return words;
}

/** What is in the first list and not in the second, counted. */
function missing(these: readonly string[], those: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of those) left.set(one, (left.get(one) ?? 0) + 1);
  return these.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

function list(lines: readonly string[]): string {
  const shown = lines.slice(0, LINES).map((line) => `"${cutTo(line, LINE_LIMIT)}"`);
  const rest = lines.length - LINES;
  return `${shown.join('; ')}${rest > 0 ? `; and ${rest} more lines` : ''}.`;
}

const quoted = (name: string) => (name ? `: "${name}"` : '');

/** Hears from the browser, not from the page, what leaves no trace in its text: that it is being left, and fields that were refused. */
function listen(doc: Document) {
  const stopped = new AbortController();
  const refused: string[] = [];
  let leaving = false;
  const options = { signal: stopped.signal, capture: true };
  doc.defaultView?.addEventListener('beforeunload', ({ isTrusted }) => (leaving ||= isTrusted), options);
  doc.addEventListener(
    'invalid',
    ({ target, isTrusted }) => {
      const field = isTrusted && fieldOf(target);
      if (field) refused.push(`The form was not sent, because of ${readsAs(field)}: ${field.validationMessage}`);
    },
    options,
  );
  return { stop: () => stopped.abort(), leaving: () => leaving, invalid: () => refused.slice(0, 5) };
}

function fieldOf(target: EventTarget | null) {
  return isTarget(target) && (isInput(target) || isTextarea(target) || isSelect(target)) ? target : undefined;
}
