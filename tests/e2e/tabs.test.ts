import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Job, openJob } from '../support/job.ts';

let job: Job;
let person: Page;
beforeAll(async () => {
  job = await openJob();
  person = await job.annex.person();
});
afterAll(() => job.close());

/** Two articles are handed over; something befalls the second one's tab before the agent gets to it, which may give it a new id. */
async function briefAfter(befall: (second: Page, tab: number) => Promise<unknown>) {
  const inputs = [];
  const tabs: number[] = [];
  for (const path of ['/heat-pumps/running-costs', '/heat-pumps/noise']) {
    const page = await job.annex.context.newPage();
    await page.goto(job.demo.origin('news') + path);
    const { tab, title } = await person.evaluate(([url, used]) => globalThis.annex.tabAt(url, used), [
      page.url(),
      tabs,
    ] as const);
    tabs.push(tab);
    const url = page.url();
    const other = tabs.length === 2 ? await befall(page, tab) : undefined;
    inputs.push({ kind: 'tab' as const, tab: typeof other === 'number' ? other : tab, url, title });
  }
  const order = { agent: 'researcher', task: 'Brief me on running costs and noise', inputs, engine: 'basic' };
  const run = await person.evaluate((order) => globalThis.annex.start(order), order);
  const row = async () => (await person.evaluate((run) => globalThis.annex.tree(run), run)).rows[0];
  await expect.poll(async () => (await row())?.status, { timeout: 60_000 }).toBe('succeeded');
  const [made] = await person.evaluate((run) => globalThis.annex.artifactsOf([run]), run);
  return {
    content: JSON.stringify(made?.version.content),
    urls: made?.version.citations.map((one) => new URL(one.url).pathname),
  };
}

test('goes on with what it has when a tab was closed, and says so in the report', async () => {
  const { content, urls } = await briefAfter((second) => second.close());
  expect(new Set(urls)).not.toContain('/heat-pumps/noise');
  expect(content).toMatch(/About the sources.*is closed/s);
});

test('goes on with what it has when a tab went elsewhere, and says so in the report', async () => {
  const { content } = await briefAfter((second) => second.goto(`${job.demo.origin('news')}/letters`));
  expect(content).toMatch(/About the sources.*shows another page/s);
});

test('reads a tab that Chrome had put to sleep', async () => {
  const worker = await job.annex.worker();
  const { urls } = await briefAfter((_, tab) =>
    worker.evaluate(async (tab) => (await chrome.tabs.discard(tab))?.id, tab),
  );
  expect(new Set(urls)).toContain('/heat-pumps/noise');
});
