import type { PageReply } from '#lib/core/page-protocol.ts';
import { seenText } from './seen-text.ts';
import { squeeze } from './text.ts';

const LOOK_EVERY_MS = 250;

/** Waits until text can be seen, or no longer can. Looks when the page changes, and now and then for what only styles change. */
export async function waitFor(
  doc: Document,
  { text, gone, seconds }: { text: string; gone: boolean; seconds: number },
  signal: AbortSignal,
): Promise<PageReply> {
  const wanted = squeeze(text).toLowerCase();
  const until = Date.now() + seconds * 1000;
  const isThere = () =>
    squeeze(
      seenText(doc)
        .map(({ node }) => node.data)
        .join(''),
    )
      .toLowerCase()
      .includes(wanted);
  while (isThere() === gone) {
    if (signal.aborted) return { kind: 'failed', message: 'The wait was stopped.' };
    if (Date.now() >= until) {
      const state = gone ? 'is still on the page' : 'did not appear';
      return {
        kind: 'failed',
        message: `"${text}" ${state} after ${seconds} seconds. Take a snapshot to see what the page shows.`,
      };
    }
    await nextChange(doc, signal);
  }
  const words = gone ? `"${text}" is no longer on the page.` : `"${text}" is on the page.`;
  return { kind: 'done', value: { url: doc.URL, found: !gone }, changed: [words] };
}

/** Resolves some time after the next change, but not sooner than it takes to keep looking cheap. */
function nextChange(doc: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const start = Date.now();
    const done = () => {
      observer.disconnect();
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const observer = new MutationObserver(() => Date.now() - start > 50 && done());
    const timer = setTimeout(done, LOOK_EVERY_MS);
    observer.observe(doc, { subtree: true, childList: true, attributes: true, characterData: true });
    signal.addEventListener('abort', done);
  });
}
