import type { BrowserContext } from 'playwright-core';

/** Gathers console errors and uncaught exceptions of Annex's own pages and service worker. Those of the pages beside are not Annex's. */
export function collectErrors(context: BrowserContext, own: string): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    const from = message.page()?.url() ?? message.location().url;
    if (message.type() === 'error' && from.startsWith(own)) errors.push(`${from}: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    const from = error.page()?.url() ?? own;
    if (from.startsWith(own)) errors.push(`${from}: ${error.error().message}`);
  });
  return errors;
}
