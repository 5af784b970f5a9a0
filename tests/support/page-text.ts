import type { BrowserContext } from 'playwright-core';

/** The text of a page as a person sees it, by the browser's own account, without anything of Annex's. */
export async function pageText(context: BrowserContext, url: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(url);
  const text = await page.evaluate(() => document.body.innerText);
  await page.close();
  return text;
}
