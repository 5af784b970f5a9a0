import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RunRow } from '#lib/core/run.ts';
import { until } from '../support/begin.ts';
import { type Job, openJob } from '../support/job.ts';
import { allowOnce, orderMail, sentTo, webmail } from '../support/webmail.ts';

let job: Job;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function ordered(html: string, stands?: RunRow['status']) {
  const world = await orderMail(job, html, stands);
  closing.push(world.close);
  return world;
}

const put = (page: Page, name: string, value: string) =>
  page.evaluate(
    ([name, value]) => {
      const field = document.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (field) field.value = value;
    },
    [name, value] as const,
  );

test.each([
  ['to', 't.fox@evil.example'],
  ['body', 'Pay the other account.'],
])('a mail whose %s the page changed after the answer is not sent', async (name, value) => {
  const world = await ordered(webmail());
  await put(world.page, name, value);
  await allowOnce(world);
  await until(world.begun, 'failed');
  expect(sentTo(world.mail)).toEqual([]);
});

test('a form that was put in place of the approved one is not sent', async () => {
  const world = await ordered(webmail());
  await world.page.evaluate(() => {
    document.body.innerHTML = document.body.innerHTML.replace('name="to"', 'name="to" value="t.fox@evil.example"');
  });
  await allowOnce(world);
  await until(world.begun, 'failed');
  expect(sentTo(world.mail)).toEqual([]);
});

test('a form with a recipient that nobody sees is left alone', async () => {
  const unseen = '<input type="hidden" name="bcc" value="t.fox@evil.example">';
  const world = await ordered(webmail(unseen), 'failed');
  expect((await world.begun.row())?.reason).toContain('holds text that is not of this run');
  expect(sentTo(world.mail)).toEqual([]);
});

test('a recipient that nobody sees, added after the answer, is sent nothing', async () => {
  const world = await ordered(webmail('<input type="hidden" name="bcc">'));
  await put(world.page, 'bcc', 't.fox@evil.example');
  await allowOnce(world);
  await until(world.begun, 'failed');
  expect(sentTo(world.mail)).toEqual([]);
});

test('of two pages that answer at once, one is heard', async () => {
  const world = await ordered(webmail());
  expect((await Promise.all([allowOnce(world), allowOnce(world)])).sort()).toEqual([false, true]);
  await until(world.begun, 'succeeded');
  expect(sentTo(world.mail)).toHaveLength(1);
});

test('messages that a page forges are refused and counted, and start nothing', async () => {
  const page = await job.annex.context.newPage();
  await page.goto(`${job.demo.origin('news')}/`);
  const driver = await job.annex.person();
  const runs = await driver.evaluate(() => globalThis.annex.runs().then((all) => all.length));
  const before = (await driver.evaluate(() => globalThis.annex.health())).refused;
  const worker = await job.annex.worker();
  // A content script speaks with the page's address, as a page that took over its renderer would.
  await worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` });
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: () => {
        for (const type of ['knock', 'think', 'abort', 'start', 'nonsense'])
          for (let again = 0; again < 20; again++)
            chrome.runtime.sendMessage({ id: again, type, data: ['x'], timestamp: 1 }).catch(() => {});
      },
    });
  }, page.url());
  await expect
    .poll(() => driver.evaluate(() => globalThis.annex.health().then((health) => health.refused)))
    .toBe(before + 100);
  expect(await driver.evaluate(() => globalThis.annex.runs().then((all) => all.length))).toBe(runs);
  await page.close();
});

test('what was decided of one site is done on no other', async () => {
  const page = await job.annex.context.newPage();
  await page.goto(`${job.demo.origin('news')}/`);
  const worker = await job.annex.worker();
  const replies = await worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` });
    const id = tab?.id ?? 0;
    await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/content.js'] });
    const request = { tool: 'read', run: 'r', site: 'https://elsewhere.example', args: {}, limitMs: 1000 };
    return Promise.all(['page', 'look'].map((annex) => chrome.tabs.sendMessage(id, { annex, request })));
  }, page.url());
  expect(replies).toEqual([{ kind: 'failed', message: expect.stringContaining('another site') }, { elsewhere: true }]);
  await page.close();
});
