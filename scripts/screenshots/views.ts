import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { scenes } from '../../entrypoints/gallery/scenes.ts';
import { createGallery } from '../../tests/support/gallery.ts';

const WIDTHS = [
  { size: '360', viewport: { width: 360, height: 760 }, wide: false },
  { size: '1200', viewport: { width: 1200, height: 760 }, wide: true },
];

/** Takes every scene of the gallery narrow and wide, light and dark, into a folder; yields how many pictures that made. */
export async function takeViews(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const gallery = await createGallery();
  let taken = 0;
  try {
    for (const { size, viewport, wide } of WIDTHS) {
      for (const shade of ['light', 'dark']) {
        const { page, go, close } = await gallery.open({ wide, viewport, dark: shade === 'dark' });
        for (const { name, opening } of scenes) {
          await go(name);
          if (!opening) await page.locator('.skeleton').waitFor({ state: 'detached' });
          await page.evaluate(() => new Promise((drawn) => requestIdleCallback(() => requestAnimationFrame(drawn))));
          await page.screenshot({ path: join(folder, `${name}-${size}-${shade}.png`) });
          taken += 1;
        }
        await close();
      }
    }
  } finally {
    await gallery.close();
  }
  return taken;
}
