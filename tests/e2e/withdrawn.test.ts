import { expect, onTestFinished, test } from 'vitest';
import { launchAnnex } from '../support/annex.ts';
import { startPlainSite } from '../support/plain-site.ts';
import { createSiteAccess } from '../support/site-access.ts';

const FIRST = `<title>Tea prices</title><main><h1>Tea prices</h1><p>Tea prices rose in 1911. The ledger says by how much.</p>
  <p><a href="/ledger">Tea prices in the ledger of 1911</a></p></main>`;
const LEDGER =
  '<title>Ledger</title><main><h1>Tea prices, ledger</h1><p>Tea prices were 4 pounds a tin in the spring of 1911.</p></main>';

test('a run stops where Chrome withdraws a site under it, says so, and goes on once the site is back', async () => {
  const ledger = Promise.withResolvers<string>();
  const site = await startPlainSite({ '/': FIRST, '/ledger': { wait: ledger.promise } });
  const annex = await launchAnnex({ flavour: 'shipped' });
  onTestFinished(async () => {
    await annex.close();
    await site.close();
  });
  const access = await createSiteAccess(annex);
  await access.allow(site.origin);
  const page = await annex.context.newPage();
  await page.goto(`${site.origin}/`);
  const panel = await annex.openSidePanel(page);
  await panel.until('the page beside it', () => document.body?.innerText.includes('Tea prices'));
  await panel.click('textarea', 'What should be done?');
  await panel.type('What were tea prices in the ledger of 1911?');
  await panel.click('button', 'Start');
  await expect.poll(() => site.asked.includes('/ledger'), { timeout: 15_000 }).toBe(true);

  await access.withdraw(site.origin);
  const words = await panel.until('the pause', () => {
    const text = document.body.innerText;
    return text.includes('does not let Annex into') ? text : null;
  });
  expect(words).toContain('plain.localhost');
  ledger.resolve(LEDGER);
  expect(await panel.evaluate(() => document.body.innerText.includes('Saved the report'))).toBe(false);

  await access.allow(site.origin);
  await panel.until('the report', () => document.body.innerText.includes('Saved the report'));
  const worker = await annex.worker();
  const seen = await worker.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('annex');
      opening.onsuccess = () => done(opening.result);
    });
    const rows = await new Promise<{ what: string }[]>((done) => {
      const all = database.transaction('audit').objectStore('audit').getAll();
      all.onsuccess = () => done(all.result);
    });
    return rows.map((row) => row.what).filter((what) => what.startsWith('access-') || what === 'installed');
  });
  expect(seen).toEqual(['installed', 'access-added', 'access-removed', 'access-added']);
});
