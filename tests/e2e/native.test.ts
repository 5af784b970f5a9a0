import { expect, it, onTestFinished } from 'vitest';
import { startDemo } from '../../demo/server.ts';
import { launchAnnex } from '../support/annex.ts';
import { answerPrompt } from '../support/native-prompt.ts';
import { openScreen, whyNoScreen } from '../support/xvfb.ts';

/** What ships, on a screen, beside an article of the newspaper. */
async function beside(path: string) {
  const screen = await openScreen();
  const demo = await startDemo();
  const annex = await launchAnnex({ flavour: 'shipped', headed: true, display: screen.display });
  onTestFinished(async () => {
    await annex.close();
    await demo.close();
    await screen.close();
  });
  const page = await annex.context.newPage();
  await page.goto(demo.origin('news') + path);
  await page.bringToFront();
  return { screen, annex, page };
}

it('asks Chrome for a site in its own prompt, and reads the page once the person allows it', async ({ skip }) => {
  const why = whyNoScreen();
  if (why) return skip(why);
  const { screen, annex, page } = await beside('/heat-pumps/noise');
  const panel = await annex.openSidePanel(page);
  await panel.until('the page beside it', () => document.body?.innerText.includes('How loud is it next door'));
  await panel.click('textarea', 'What should be done?');
  await panel.type('Brief me on noise');
  await answerPrompt(screen, () => panel.click('button', 'Start'), 'allow');
  await panel.until('the report', () => document.body.innerText.includes('Saved the report'));
  const worker = await annex.worker();
  const { origins } = await worker.evaluate(() => chrome.permissions.getAll());
  expect(origins).toEqual(['http://news.localhost/*']);
});

it('says what to allow, with a button, when the person denies the site, and reads nothing', async ({ skip }) => {
  const why = whyNoScreen();
  if (why) return skip(why);
  const { screen, annex, page } = await beside('/heat-pumps/noise');
  const panel = await annex.openSidePanel(page);
  await panel.until('the page beside it', () => document.body?.innerText.includes('How loud is it next door'));
  await panel.click('textarea', 'What should be done?');
  await panel.type('Brief me on noise');
  await answerPrompt(screen, () => panel.click('button', 'Start'), 'deny');
  await panel.until('the button', () =>
    [...document.querySelectorAll('button')].some((one) => /^Allow news/.test(one.innerText)),
  );
  expect(await panel.evaluate(() => location.hash)).not.toContain('/run/');
});

it('hands a selection to an agent from the right click', async ({ skip }) => {
  const why = whyNoScreen();
  if (why) return skip(why);
  const { screen, annex, page } = await beside('/heat-pumps/noise');
  const worker = await annex.worker();
  const hasMenu = () =>
    worker.evaluate(() =>
      chrome.contextMenus.update('annex-send-to', {}).then(
        () => true,
        () => false,
      ),
    );
  await expect.poll(hasMenu).toBe(true);
  const words = await page.evaluate(() => {
    const heading = document.querySelector('h1');
    if (heading) getSelection()?.selectAllChildren(heading);
    return getSelection()?.toString();
  });
  const at = { x: 200, y: 330 };
  const inMenu = [at.x + 120, at.y + 12] as const;
  const page1 = screen.colourAt(...inMenu);
  screen.rightClick(at.x, at.y);
  await expect.poll(() => screen.colourAt(...inMenu), { timeout: 15_000 }).not.toBe(page1);
  // From below: Inspect, then "Send to agent"; its first entry is the Researcher.
  screen.press('Up', 'Up', 'Right', 'Return');
  const panel = await annex.sidePanel();
  const chip = await panel.until('a chip', () => document.querySelector('.chips li')?.textContent || null);
  expect(chip).toContain(words?.slice(0, 12));
});

it('takes a task from the address bar to the composer, with the tab', async ({ skip }) => {
  const why = whyNoScreen();
  if (why) return skip(why);
  const { screen, annex } = await beside('/heat-pumps/noise');
  const worker = await annex.worker();
  await expect.poll(() => worker.evaluate(() => chrome.omnibox.onInputEntered.hasListeners())).toBe(true);
  screen.press('ctrl+l');
  screen.type('annex');
  screen.press('Tab');
  screen.type('Brief me on noise');
  screen.press('Return');
  const panel = await annex.sidePanel();
  const task = await panel.until('the task', () => document.querySelector('textarea')?.value || null);
  expect(task).toBe('Brief me on noise');
  const chip = await panel.until('a chip', () => document.querySelector('.chips li')?.textContent || null);
  expect(chip).toContain('How loud is it next door');
});
