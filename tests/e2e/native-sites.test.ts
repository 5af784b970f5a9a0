import { it, onTestFinished } from 'vitest';
import { launchAnnex } from '../support/annex.ts';
import { answerPrompt } from '../support/native-prompt.ts';
import { openScreen, whyNoScreen } from '../support/xvfb.ts';

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
  await answerPrompt(screen, () => page.getByRole('button', { name: 'Ask Chrome' }).click(), 'allow');

  const card = page.getByRole('article', { name: 'shop.example' });
  await card.getByText('Chrome lets Annex in', { exact: true }).waitFor();
  const worker = await annex.worker();
  await worker.evaluate(() => chrome.permissions.remove({ origins: ['https://shop.example/*'] }));
  await card.waitFor({ state: 'detached' });
});
