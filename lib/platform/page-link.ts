import type { PageMessage } from '#lib/core/page-protocol.ts';

const SCRIPT = '/content-scripts/content.js';

/** Sends one message to the content script of a tab's top frame, injecting it where it is not there yet. Rejects when the page goes away, with a PageUnreachable before anything was said to it. `signal`: once it has come, nothing is said any more. */
export async function tellPage<Reply>(tab: number, message: PageMessage, signal?: AbortSignal): Promise<Reply> {
  await ensureScript(tab);
  signal?.throwIfAborted();
  return chrome.tabs.sendMessage<PageMessage, Reply>(tab, message, { frameId: 0 });
}

async function ensureScript(tab: number): Promise<void> {
  const ping: PageMessage = { annex: 'ping' };
  const there = await chrome.tabs.sendMessage(tab, ping, { frameId: 0 }).catch(() => undefined);
  if (there?.ready) return;
  await chrome.scripting.executeScript({ target: { tabId: tab }, files: [SCRIPT] }).catch((error: unknown) => {
    throw new PageUnreachable(error instanceof Error ? error.message : String(error), { cause: error });
  });
}

/** The content script could not be put into the page, so nothing was done to it. */
export class PageUnreachable extends Error {
  readonly code = 'page-unreachable';
}
