import type { PageReply } from '#lib/core/page-protocol.ts';
import { createOutline, cutAtEnd, print } from './outline.ts';
import { type Refs, readsAs } from './refs.ts';
import { cutTo, tidy } from './text.ts';
import { sharedEyes } from './visibility.ts';
import { walkDocument } from './walk.ts';

const TOKENS = 6000;
const LIMIT_MS = 2500;
const TITLE_LIMIT = 300;

/** The page as an outline of about 6,000 tokens at most; `after` takes a cut outline up again behind that ref. */
export function snapshot(doc: Document, refs: Refs, after?: string): PageReply {
  const from = after === undefined ? undefined : refs.find(after);
  if (from?.kind === 'stale') return { kind: 'failed', message: from.message };
  const outline = createOutline(TOKENS);
  const until = Date.now() + LIMIT_MS;
  const met = walkDocument(doc, { eyes: sharedEyes(), refs, outline, after: from?.element, until });
  const notes: string[] = [];
  let lines = outline.lines();
  if (outline.isFull() || met.late) {
    const cut = cutAtEnd(lines);
    lines = cut.kept;
    notes.push(
      cut.after
        ? `Only a part of the page is shown. To go on, take a snapshot with "after": "${refs.name(cut.after, readsAs(cut.after))}".`
        : 'Only a part of the page is shown, because it is very large. Use read for its text.',
    );
  }
  if (met.covert > 0) notes.push('Text that the page hides from people was left out.');
  if (lines.length === 0) notes.push('The page shows no text and no controls.');
  const value = { url: doc.URL, title: cutTo(tidy(doc.title), TITLE_LIMIT), outline: print(lines), notes };
  return { kind: 'done', value, changed: [] };
}
