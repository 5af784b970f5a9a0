import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Launched } from '../browser/launch.ts';
import { openSidePanel, type SidePanel } from '../browser/side-panel.ts';
import { workerOf } from '../browser/worker.ts';
import { shrink } from './shrink.ts';

/** Takes pictures of the real thing, also without a screen. Each is a PNG of at most 256 colours; its file is yielded. */
export function createPhotographer(launched: Launched, folder: string) {
  const { context, cdp, extensionId } = launched;

  const save = async (name: string, parts: readonly Buffer[]): Promise<string> => {
    const file = join(folder, `${name}.png`);
    await writeFile(file, await sideBySide(context, parts));
    return file;
  };

  /** Both as they stand in one window. */
  const besidePanel = async (name: string, url: string, ready: (panel: SidePanel) => Promise<void>) => {
    const beside = context.pages().find((page) => page.url().startsWith(url));
    if (!beside) throw new Error(`No page shows ${url}.`);
    const panel = await openSidePanel(cdp, { extensionId, beside, worker: await workerOf(launched) });
    try {
      await ready(panel);
      return await save(name, [await asItStands(beside, panel), await panel.screenshot()]);
    } finally {
      await panel.close();
    }
  };

  return {
    /** The panel with a run, beside the page that starts with `url`, once the panel shows `text`. */
    run: (name: string, { run, url, text }: { run: string; url: string; text: string }) =>
      besidePanel(name, url, (panel) => show(panel, `#/run/${run}`, text)),

    /** The panel with a report, beside the page that a citation leads to, with the passage marked there. */
    citation: (name: string, { artifact, url, citation }: { artifact: string; url: string; citation: string }) =>
      besidePanel(name, url, async (panel) => {
        await show(panel, `#/artifact/${artifact}`, 'Where it came from');
        await panel.click('.cite', citation);
        await panel.click('.citation-card button', 'Show the passage');
        await shows(panel, 'The passage is marked on the page.');
      }),

    /** The app in a tab of its own, with a report. */
    wide: async (name: string, { artifact, text }: { artifact: string; text: string }) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/home.html#/artifact/${artifact}`);
      await page.getByRole('heading', { level: 1, name: text }).waitFor();
      await page.locator('.report').waitFor();
      const file = await save(name, [await page.screenshot()]);
      await page.close();
      return file;
    },
  };
}

async function show(panel: SidePanel, hash: string, text: string): Promise<void> {
  await panel.evaluate((hash) => {
    location.hash = hash;
  }, hash);
  await shows(panel, text);
}

const shows = (panel: SidePanel, text: string) =>
  panel.until(
    `the panel to show "${text}"`,
    (text) => document.body.textContent.includes(text) && document.fonts.status === 'loaded',
    text,
  );

/** The page as wide as the panel leaves it in a window of 1280, and as high as the panel; otherwise a size is emulated for it. */
async function asItStands(page: Page, panel: SidePanel): Promise<Buffer> {
  const beside = await panel.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const size = { width: 1280 - beside.width, height: beside.height };
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
    await page.evaluate(keepMarkInView);
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  } finally {
    await session.detach();
  }
}

/** Runs in a page: what was highlighted before the size changed comes back to the middle, and is drawn there. */
function keepMarkInView(): Promise<number> {
  for (const highlight of CSS.highlights.values())
    for (const range of highlight) range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}

/** One picture of several, beside each other; without a screen nobody else can take it. */
async function sideBySide(context: BrowserContext, parts: readonly Buffer[]): Promise<Buffer> {
  const page = await context.newPage();
  try {
    const pixels = await page.evaluate(
      draw,
      parts.map((part) => `data:image/png;base64,${part.toString('base64')}`),
    );
    return shrink({ ...pixels, rgba: Buffer.from(pixels.rgba, 'base64') });
  } finally {
    await page.close();
  }
}

/** Runs in a page: pixels, as base64 of four bytes each, of the pictures in a row. */
async function draw(addresses: string[]): Promise<{ width: number; height: number; rgba: string }> {
  const images = await Promise.all(
    addresses.map(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image;
    }),
  );
  const width = images.reduce((sum, one) => sum + one.width, 0);
  const height = Math.max(...images.map((one) => one.height));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('This browser does not draw.');
  let left = 0;
  for (const image of images) {
    context.drawImage(image, left, 0);
    left += image.width;
  }
  const blob = new Blob([context.getImageData(0, 0, width, height).data]);
  const address = await new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(blob);
  });
  return { width, height, rgba: address.slice(address.indexOf(',') + 1) };
}
