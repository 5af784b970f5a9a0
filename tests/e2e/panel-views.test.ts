import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenes } from '../../entrypoints/gallery/scenes.ts';
import { isEvery } from '../support/cases.ts';
import { createGallery, type Gallery, type GalleryPage } from '../support/gallery.ts';
import { pressStill } from '../support/press.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await createGallery();
});
afterAll(() => gallery.close());

/** What a look at a page would find wrong, as far as a program can look. */
function faultsOf(): string[] {
  const named = (element: Element) => element.getAttribute('aria-label') || element.textContent?.trim();
  const visible = (element: Element) => element.getClientRects().length > 0;
  const faults = document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : [];
  if (document.documentElement.scrollHeight > innerHeight) faults.push('taller than the window');
  for (const control of [...document.querySelectorAll('button, a[href]')].filter(visible)) {
    if (!named(control)) faults.push(`no name: ${control.outerHTML.slice(0, 120)}`);
    const { width, height } = control.getBoundingClientRect();
    if (control.matches('.button, .icon-button') && Math.min(width, height) < 28)
      faults.push(`too small: ${control.outerHTML.slice(0, 120)}`);
  }
  for (const box of document.querySelectorAll('input, select, textarea'))
    if (box instanceof HTMLInputElement || box instanceof HTMLSelectElement || box instanceof HTMLTextAreaElement)
      if (!box.getAttribute('aria-label') && !box.labels?.length) faults.push(`no label: ${box.outerHTML}`);
  return faults;
}

async function openScene(name: string): Promise<GalleryPage> {
  const opened = await gallery.open();
  await opened.go(name);
  return opened;
}

test.each([false, true])(
  "draws every view in every state without fault under the extension's policy (wide: %s)",
  async (wide) => {
    const { page, go, takeTroubles, close } = await gallery.open({ wide });
    const faults: Record<string, string[]> = {};
    // Narrow all of them, wide a few with each change: most differ in what they hold.
    const shown = wide && !isEvery ? scenes.filter((_, at) => at % 4 === 0) : scenes;
    for (const { name, opening } of shown) {
      await go(name);
      await page
        .locator('.skeleton')
        .first()
        .waitFor({ state: opening ? 'attached' : 'detached' });
      const found = [...(await page.evaluate(faultsOf)), ...takeTroubles()];
      if (found.length > 0) faults[name] = found;
    }
    expect(faults).toEqual({});
    await close();
  },
);

test('loads and runs nothing of a hostile report, and keeps only http links', async () => {
  const { page, takeTroubles, close } = await openScene('report-hostile');
  const report = page.locator('.report');
  await report.getByText('The end.').waitFor();
  const kept = await report.evaluate((box) => ({
    active: box.querySelectorAll(
      'img, iframe, script, style, svg, form, input, object, [onclick], [style], [src], [id]',
    ).length,
    links: [...box.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    title: document.title,
  }));
  expect(kept).toEqual({ active: 0, links: ['https://news.example/x', null, null], title: 'Annex: gallery' });
  expect(takeTroubles()).toEqual([]);
  await close();
});

test('exports a report as a page that stands alone and holds nothing active', async () => {
  const { page, close } = await openScene('report-hostile');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export .html' }).click();
  const file = await saved;
  const html = await readFile(await file.path(), 'utf8');
  expect(file.suggestedFilename()).toBe('Hostile-b-report-b.html');
  expect(html).toContain('<title>Hostile &lt;b&gt;report&lt;/b&gt;</title>');
  expect(html.match(/<(script|img|iframe|svg|form|link)\b|<[^>]*href="(?!https?:)/gi)).toBeNull();
  await close();
});

test('opens and closes what floats by keyboard, and gives the focus back', async () => {
  const { page, close } = await openScene('home-busy');
  const more = page.getByRole('button', { name: 'More' });
  await more.focus();
  await page.keyboard.press('Enter');
  const library = page.getByRole('link', { name: 'Library g l' });
  await library.waitFor();
  await page.keyboard.press('Escape');
  await library.waitFor({ state: 'hidden' });
  expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
  await close();
});

test('keeps a question in its place while the pointer is on the list', async () => {
  const { page, close } = await openScene('home-busy');
  const row = page.getByRole('link', { name: /^Send to/ }).first();
  await row.hover();
  const before = await row.boundingBox();
  await page.evaluate(() => window.dispatchEvent(new CustomEvent('gallery-question', { detail: 'click' })));
  await page.getByText('1 new').waitFor();
  expect(await row.boundingBox()).toEqual(before);
  await close();
});

test('lets a question that comes wait at the card under the pointer, which stays where it is', async () => {
  const { page, close } = await openScene('run-asking');
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await send.hover();
  const before = await send.boundingBox();
  await page.evaluate(() => window.dispatchEvent(new Event('gallery-question')));
  const more = page.getByRole('button', { name: '1 more' });
  await more.waitFor();
  expect(await send.boundingBox()).toEqual(before);
  await more.click();
  await page.getByRole('button', { name: 'Send all 2' }).waitFor();
  await close();
});

test('puts a question of another kind behind all, and moves nothing that the pointer is on', async () => {
  const { page, close } = await openScene('run-asking');
  const send = page.getByRole('button', { name: 'Send', exact: true }).first();
  await send.hover();
  const before = await send.boundingBox();
  await page.evaluate(() => window.dispatchEvent(new CustomEvent('gallery-question', { detail: 'click' })));
  await expect.poll(() => page.getByRole('article').count()).toBe(3);
  expect(await send.boundingBox()).toEqual(before);
  await close();
});

test('takes the second half of a double click for no answer to the card that comes under the pointer', async () => {
  const { page, close } = await openScene('needs');
  const open = page.locator('[data-approval][data-state=open]');
  await open.nth(1).waitFor();
  const count = await open.count();
  await pressStill(page.getByRole('button', { name: 'Allow all 4' }), { times: 2 });
  await page.getByText('You allowed them once.').waitFor();
  expect(await open.count()).toBe(count - 1);
  await close();
});

test('keeps what floats inside the window when it is opened by the mouse', async () => {
  const { page, close } = await openScene('home-busy');
  for (const name of ['Add a tab or an artifact', 'More']) {
    const button = page.getByRole('button', { name, exact: true });
    await button.click();
    const box = page.locator('.popover:popover-open');
    await expect.poll(() => box.evaluate(isInside)).toBe(true);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  }
  await close();
});

function isInside(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}
