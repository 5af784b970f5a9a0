import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { briefOrder, drive, type Job, openJob, treeOrder } from '../support/job.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

const runIn = (page: Page) => page.waitForURL(/#\/run\//).then(() => page.url().split('#/run/')[1] ?? '');
const kinOf = (page: Page) =>
  page.getByRole('list', { name: 'Where it comes from and what came of it' }).getByRole('listitem').allTextContents();

test('forks an ended run after a step, takes it up with one line, and links all three', async () => {
  const { run } = (await drive(job, briefOrder(job))).output;
  const page = await job.annex.panelInTab(`#/run/${run.id}`);
  const step = page.getByRole('list', { name: 'What happened' }).locator('.event[data-kind=call]').nth(1);
  await step.locator('summary').focus();
  await page.keyboard.press('.');
  await page.getByRole('button', { name: 'Fork from here' }).click();
  await page.waitForURL((url) => url.hash.startsWith('#/run/') && !url.hash.endsWith(run.id));
  const forked = await runIn(page);
  await page.getByText(/^Forked after step \d of/).waitFor();
  await page.goto(page.url().replace(forked, run.id));
  const next = page.getByRole('textbox', { name: 'Go on from here with a new instruction' });
  await next.fill('Now only about noise');
  await next.press('Enter');
  await page.getByText('Continues').waitFor();
  const continued = await runIn(page);
  expect(new Set([run.id, forked, continued]).size).toBe(3);
  await page.goto(page.url().replace(continued, run.id));
  await expect
    .poll(() => kinOf(page))
    .toEqual([expect.stringMatching(/^Forked after step \d as /), 'Continued as Now only about noise']);
  await page.close();
});

test('makes a schedule of the task in the composer, shows when it comes, and runs it now', async () => {
  const page = await job.annex.panelInTab();
  await page.getByRole('textbox', { name: 'What should be done?' }).fill('Brief me on running costs');
  await page.getByRole('link', { name: 'Schedule this task…' }).click();
  await page.getByLabel('Days').selectOption('Monday to Friday');
  await page.getByLabel('Time', { exact: true }).fill('07:45');
  await page.getByLabel('Time zone').fill('Europe/Berlin');
  await page.getByText('every weekday at 07:45, Europe/Berlin').waitFor();
  expect(await page.getByRole('region', { name: 'Comes' }).getByRole('listitem').count()).toBe(5);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Brief me on running costs' }).waitFor();
  expect(await page.getByRole('region', { name: 'Next' }).getByRole('listitem').count()).toBe(10);
  await page.getByRole('button', { name: 'Run now' }).click();
  const last = page.getByRole('region', { name: 'Last' }).getByRole('link');
  await last.getByText('by you').waitFor();
  await last.click();
  await page.getByText('Started by the schedule').waitFor();
  await page.goto(`${page.url().split('#')[0]}#/schedules`);
  await page.getByRole('link', { name: /^Brief me on running costs/ }).waitFor();
  await page.close();
});

test('shows a run with those that it handed work to, folded once they have ended', async () => {
  const { run } = (await drive(job, treeOrder(job, briefOrder(job).engine))).output;
  expect(run.state).toBe('succeeded');
  const page = await job.annex.panelInTab('#/runs');
  const row = page.locator('.row-item', { has: page.locator(`> a[href="#/run/${run.id}"]`) });
  const fold = row.getByRole('button', { expanded: false });
  await fold.waitFor();
  const below = Number(/(\d+) runs?/.exec((await fold.textContent()) ?? '')?.[1]);
  await fold.click();
  const children = row.getByRole('list').getByRole('link');
  expect([below > 1, await children.count()]).toEqual([true, below]);
  await children.first().click();
  await page.getByText('Part of').waitFor();
  await page.close();
});

test('keeps caps and prices that were set, and says so after a reload', async () => {
  const page = await job.annex.panelInTab('#/spend');
  const run = page.getByRole('group', { name: 'Each run, with all that it hands on' });
  await run.getByLabel('US dollars').fill('2.50');
  await page.getByRole('button', { name: 'Save caps' }).click();
  await page.getByRole('status').getByText('The caps are saved.').waitFor();
  await page.getByRole('searchbox', { name: 'Find a model' }).fill('mystery-1');
  await page.getByRole('button', { name: 'Set a price for "mystery-1"' }).click();
  const form = page.getByRole('form', { name: 'Set the price of mystery-1' });
  await form.getByLabel('Input').fill('2');
  await form.getByLabel('Output').fill('8');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('$2.00 in · $8.00 out · yours').waitFor();
  await page.reload();
  await page.getByText('$2.00 in · $8.00 out · yours').waitFor();
  expect(await run.getByLabel('US dollars').inputValue()).toBe('2.5');
  await page.close();
  expect(job.annex.errors).toEqual([]);
});
