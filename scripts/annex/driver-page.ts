import type { Page } from 'playwright-core';
import type {} from '../../entrypoints/driver/main.ts';
import type { Launched } from '../browser/launch.ts';

/** Opens the page of the driver's flavour, through which everything is said and seen. Throws when Annex cannot store. */
export async function openDriver({ context, extensionId }: Launched): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/driver.html`);
  const { storage } = await page.evaluate(() => globalThis.annex.health());
  if (storage.kind === 'read-only') throw new Error(`Annex cannot store anything: ${storage.reason}`);
  return page;
}
