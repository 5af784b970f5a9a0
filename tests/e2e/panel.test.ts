import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SidePanel } from '../../scripts/browser/side-panel.ts';
import { type Job, MIRA, openJob } from '../support/job.ts';

let job: Job;
let page: Page;
let panel: SidePanel;
beforeAll(async () => {
  job = await openJob();
  page = await job.annex.context.newPage();
  await page.goto(`${job.demo.origin('news')}/heat-pumps/running-costs`);
  panel = await job.annex.openSidePanel(page);
});
afterAll(() => job.close());

const shows = (text: string) => panel.until(`"${text}"`, (text) => document.body.innerText.includes(text), text);

async function order(task: string): Promise<void> {
  await panel.click('textarea', 'What should be done?');
  await panel.type(task);
  await panel.click('button', 'Start');
}

test('reads the page beside it, writes a brief, and shows a citation in the page', async () => {
  await order('Brief me on running costs');
  await shows('Saved the report');
  await panel.click('a[href^="#/artifact/"]');
  await panel.click('[data-cite]');
  await panel.click('button', 'Show the passage');
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  await shows('The passage is marked on the page.');
});

test('fills the mail in the page beside it, asks, takes the mended subject and sends', async () => {
  await panel.click('button', 'Send as mail…');
  await page.goto(`${job.demo.origin('mail')}/inbox`);
  await panel.click('button', 'tab');
  await panel.click('button.menu-item', await tabName(page));
  // The composer has the cursor, at the end of "… to ".
  await panel.type(MIRA);
  await panel.click('button', 'Start');
  await panel.click('button', 'Allow');
  await shows(`Send to ${MIRA}`);
  await panel.click('button', 'Edit subject');
  await panel.evaluate(() => document.querySelector('textarea')?.select());
  await panel.type('Costs, in short');
  await panel.click('button', 'Send');
  await shows('Sent the mail');
  expect(job.demo.mail.sent()[0]).toMatchObject({ subject: 'Costs, in short', to: [expect.stringContaining(MIRA)] });
});

test('goes on when the panel is closed in the middle of a run', async () => {
  await page.goto(`${job.demo.origin('news')}/heat-pumps/field-study`);
  await panel.evaluate(() => {
    location.hash = '#/';
  });
  await order('Brief me on the field study');
  await panel.until('the run', () => location.hash.startsWith('#/run/'));
  await panel.evaluate(() => window.close());
  const person = await job.annex.person();
  const newest = () => person.evaluate(() => globalThis.annex.runs().then(([run]) => run));
  await expect.poll(async () => (await newest())?.status, { timeout: 60_000 }).toBe('succeeded');
  expect((await newest())?.task).toBe('Brief me on the field study');
});

async function tabName(of: Page): Promise<string> {
  return `${await of.title()}${new URL(of.url()).host}`;
}
