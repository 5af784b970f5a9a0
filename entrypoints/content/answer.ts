import type { PageMessage, PageRequest } from '#lib/core/page-protocol.ts';
import type { Page } from '#lib/page/page.ts';

/** Answers one message; nothing for what is no message of the protocol. What is decided of one site is never done on another. */
export function answer(message: unknown, page: Page): Promise<unknown> | undefined {
  const known = parse(message);
  if (!known) return undefined;
  switch (known.annex) {
    case 'ping':
      return Promise.resolve({ ready: true, url: document.URL, title: document.title });
    case 'page':
      if (known.request.site !== location.origin)
        return Promise.resolve({
          kind: 'failed',
          message: 'The tab went on to another site meanwhile, so nothing was done there. Look at it again.',
        });
      return page
        .handle(known.request)
        .catch((error: unknown) => ({ kind: 'failed', message: `The page tool broke: ${String(error)}` }));
    case 'look':
      return Promise.resolve(known.request.site === location.origin ? page.look(known.request) : { elsewhere: true });
    case 'highlight':
      return Promise.resolve(page.highlight(known.quote));
    case 'stop':
      page.stop(known.run);
      return Promise.resolve({ stopped: true });
  }
}

/** Messages come from Annex itself; this keeps out what an older or newer version may say. */
function parse(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null || !('annex' in message)) return undefined;
  if (message.annex === 'ping') return { annex: 'ping' };
  if (message.annex === 'highlight' && 'quote' in message && typeof message.quote === 'string')
    return { annex: 'highlight', quote: message.quote };
  if (message.annex === 'stop' && 'run' in message && typeof message.run === 'string')
    return { annex: 'stop', run: message.run };
  if ((message.annex === 'page' || message.annex === 'look') && 'request' in message && isRequest(message.request))
    return { annex: message.annex, request: message.request };
  return undefined;
}

function isRequest(value: unknown): value is PageRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { tool, run, site, args, limitMs } = value as Record<string, unknown>;
  return (
    typeof tool === 'string' &&
    typeof run === 'string' &&
    typeof site === 'string' &&
    typeof limitMs === 'number' &&
    typeof args === 'object' &&
    args !== null
  );
}
