import { isFromAnnex } from '#lib/bus/sender.ts';
import { createPage } from '#lib/page/page.ts';
import { answer } from './answer.ts';

const INSTALLED = Symbol.for('annex.page');

/** Makes this page answer the worker, once, however often the script is injected. Only the worker and Annex's own pages are heard. */
export function install(): void {
  if (INSTALLED in globalThis) return;
  Object.defineProperty(globalThis, INSTALLED, { value: true });
  const page = createPage(document);
  chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (!isFromAnnex(sender)) return false;
    const answered = answer(message, page);
    if (!answered) return false;
    void answered.then(reply);
    return true;
  });
}
