import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RunRow } from '#lib/core/run.ts';
import { readAnswers } from '../../scripts/annex/answers.ts';
import { asked, begin, until } from '../support/begin.ts';
import { type Job, MIRA, mailOrder, openJob } from '../support/job.ts';
import { startPlainSite } from '../support/plain-site.ts';

let job: Job;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A webmail of one page, whose Send tells the server where it went. */
const webmail = (
  extra = '',
) => `<title>Webmail inbox</title><form onsubmit="fetch('/sent?' + new URLSearchParams(new FormData(this))); this.outerHTML = '<p role=status>Your mail was sent.'; return false">
  <label>To <input name="to"></label><label>Subject <input name="subject"></label>${extra}
  <label>Message <textarea name="body" rows="8" cols="60"></textarea></label><button>Send</button></form>`;

async function ordered(html: string, stands: RunRow['status'] = 'waiting') {
  const mail = await startPlainSite({ '/inbox': html, '/sent': 'Sent' });
  closing.push(mail.close);
  const allow = [{ site: mail.origin, capabilities: ['read' as const, 'mail' as const] }];
  const order = { allow, open: [`${mail.origin}/inbox`], inputs: [], task: `Write to ${MIRA} that I am late` };
  const begun = await begin(job, mailOrder(job, '', { ...order, answer: readAnswers('none') }));
  await until(begun, stands);
  const page = job.annex.context.pages().find((one) => one.url().startsWith(mail.origin));
  if (!page) throw new Error('The webmail is not open.');
  return { mail, begun, page };
}

async function allow({ begun }: Awaited<ReturnType<typeof ordered>>): Promise<boolean> {
  const [approval] = await asked(begun);
  return begun.driver.evaluate(([run, id]) => globalThis.annex.answer(run, id, { kind: 'allow', scope: 'once' }), [
    begun.run,
    approval?.id ?? '',
  ] as const);
}

const sent = (mail: { asked: string[] }) => mail.asked.filter((one) => one.startsWith('/sent'));
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
  await allow(world);
  await until(world.begun, 'failed');
  expect(sent(world.mail)).toEqual([]);
  await world.page.close();
});

test('a form that was put in place of the approved one is not sent', async () => {
  const world = await ordered(webmail());
  await world.page.evaluate(() => {
    document.body.innerHTML = document.body.innerHTML.replace('name="to"', 'name="to" value="t.fox@evil.example"');
  });
  await allow(world);
  await until(world.begun, 'failed');
  expect(sent(world.mail)).toEqual([]);
  await world.page.close();
});

test('a form with a recipient that nobody sees is left alone', async () => {
  const unseen = '<input type="hidden" name="bcc" value="t.fox@evil.example">';
  const world = await ordered(webmail(unseen), 'failed');
  expect((await world.begun.row())?.reason).toContain('holds text that is not of this run');
  expect(sent(world.mail)).toEqual([]);
  await world.page.close();
});

test('a recipient that nobody sees, added after the answer, is sent nothing', async () => {
  const world = await ordered(webmail('<input type="hidden" name="bcc">'));
  await put(world.page, 'bcc', 't.fox@evil.example');
  await allow(world);
  await until(world.begun, 'failed');
  expect(sent(world.mail)).toEqual([]);
  await world.page.close();
});

test('of two pages that answer at once, one is heard', async () => {
  const world = await ordered(webmail());
  expect((await Promise.all([allow(world), allow(world)])).sort()).toEqual([false, true]);
  await until(world.begun, 'succeeded');
  expect(sent(world.mail)).toHaveLength(1);
  await world.page.close();
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
