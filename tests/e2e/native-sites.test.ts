import { expect, it, onTestFinished } from 'vitest';
import { launchAnnex } from '../support/annex.ts';
import { openScreen, whyNoScreen } from '../support/xvfb.ts';

/** A place on the tab strip, which Chrome dims under its prompts. */
const STRIP = [700, 30] as const;

it('adds a site through the prompt of Chrome, and shows at once when Chrome takes it back', async ({ skip }) => {
  const why = whyNoScreen();
  if (why) return skip(why);
  const screen = await openScreen();
  const annex = await launchAnnex({ flavour: 'shipped', headed: true, display: screen.display });
  onTestFinished(async () => {
    await annex.close();
    await screen.close();
  });
  const page = await annex.home('#/sites');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Add a site' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill('shop.example');
  const bright = screen.colourAt(...STRIP);
  await page.getByRole('button', { name: 'Ask Chrome' }).click();
  await expect.poll(() => screen.colourAt(...STRIP), { timeout: 15_000 }).not.toBe(bright);
  // Chrome takes no key for the first moments of a prompt; a key is pressed again only when the one before was not taken.
  const prompt = await screen.still();
  await expect.poll(() => screen.answers('Tab', () => screen.look() !== prompt), { timeout: 15_000 }).toBe(true);
  await screen.still();
  const isClosed = () => screen.colourAt(...STRIP) === bright;
  await expect.poll(() => screen.answers('Return', isClosed), { timeout: 15_000 }).toBe(true);

  const card = page.getByRole('article', { name: 'shop.example' });
  await card.getByText('Chrome lets Annex in', { exact: true }).waitFor();
  const worker = await annex.worker();
  await worker.evaluate(() => chrome.permissions.remove({ origins: ['https://shop.example/*'] }));
  await card.waitFor({ state: 'detached' });
});
