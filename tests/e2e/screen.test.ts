import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchAnnex } from '../support/annex.ts';
import { newProfile } from '../support/new-profile.ts';
import { openScreen, whyNoScreen } from '../support/xvfb.ts';

it('shows page and panel side by side on a screen', async ({ skip }) => {
  const why = whyNoScreen();
  if (why) return skip(why);
  const screen = await openScreen();
  onTestFinished(screen.close);
  const profile = await newProfile();
  const world = await launchAnnex({ flavour: 'shipped', headed: true, display: screen.display, profile });
  onTestFinished(world.close);
  const page = await world.context.newPage();
  await page.goto('data:text/html,<title>A page beside</title>');
  const panel = await world.openSidePanel(page);
  await panel.until('the panel to draw', () => document.querySelector('main'));
  await expect.poll(screen.windows).toContainEqual(expect.stringContaining('A page beside'));
  const file = join(profile, 'screen.png');
  const size = () => {
    screen.screenshot(file);
    return statSync(file).size;
  };
  await expect.poll(size, { timeout: 15_000 }).toBeGreaterThan(10_000);
});
