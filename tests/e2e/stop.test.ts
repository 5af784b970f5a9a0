import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { asked, type Begun, begin, until } from '../support/begin.ts';
import { briefOrder, type Job, MIRA, mailOrder, openJob } from '../support/job.ts';
import { startObedientModel, type Turn } from '../support/obedient-model.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

async function obeying(...turns: Turn[]) {
  const model = await startObedientModel(turns);
  onTestFinished(model.close);
  return readEngine(model.engine, undefined, undefined);
}

const stop = ({ driver, run }: Begun) => driver.evaluate((run) => globalThis.annex.stop(run), run);
const happenings = async ({ driver, run }: Begun) =>
  (await driver.evaluate((run) => globalThis.annex.tree(run), run)).events.map((event) => event.happening);
const isUnderWay = (begun: Begun, call: string) =>
  expect.poll(async () => (await happenings(begun)).some((one) => one.kind === 'call-started' && one.call === call), {
    timeout: 30_000,
  });

/** The webmail takes what is sent and never answers; yields how often it was asked to. */
async function swallowing() {
  let count = 0;
  const pattern = '**/send';
  await job.annex.context.route(pattern, () => {
    count += 1;
  });
  onTestFinished(() => job.annex.context.unroute(pattern));
  return () => count;
}

test('stop in the middle of a sending says that it may have happened, and nothing is sent again', async () => {
  const sends = await swallowing();
  const engine = await obeying(
    ({ tab }) => [['compose', { tab, to: [MIRA], subject: 'The brief', body: 'As asked.' }]],
    ({ tab }) => [['send', { tab }]],
  );
  const begun = await begin(job, mailOrder(job, '', { engine, inputs: [] }));
  await expect.poll(async () => (await asked(begun)).map((one) => one.tool), { timeout: 30_000 }).toEqual(['send']);
  const [approval] = await asked(begun);
  await begun.driver.evaluate(([run, id]) => globalThis.annex.answer(run, id, { kind: 'allow', scope: 'once' }), [
    begun.run,
    approval?.id ?? '',
  ] as const);
  await expect.poll(sends, { timeout: 30_000 }).toBe(1);
  await stop(begun);
  const row = await until(begun, 'cancelled');
  expect(row?.reason).toBe('You stopped it while "Sending the mail" was under way; it may have happened.');
  const ends = (await happenings(begun)).flatMap((one) => (one.kind === 'call-ended' ? [one.outcome.kind] : []));
  expect(ends).toEqual(['done', 'uncertain']);
  expect(sends()).toBe(1);
});

test('stop ends a page action that is waiting, at once', async () => {
  const engine = await obeying(({ tab }) => [['wait_for', { tab, text: 'Words that never come', seconds: 20 }]]);
  const begun = await begin(job, briefOrder(job, { engine }));
  await isUnderWay(begun, 't1.0').toBe(true);
  const before = Date.now();
  await stop(begun);
  expect((await until(begun, 'cancelled'))?.reason).toBe('You stopped it.');
  expect(Date.now() - before).toBeLessThan(10_000);
});

test('a stop that finds no worker is carried out by the next', async () => {
  const engine = await obeying(({ tab }) => [['wait_for', { tab, text: 'Words that never come', seconds: 20 }]]);
  const begun = await begin(job, briefOrder(job, { engine }));
  await isUnderWay(begun, 't1.0').toBe(true);
  await job.annex.killWorker();
  await stop(begun);
  expect((await until(begun, 'cancelled'))?.reason).toBe('You stopped it.');
});

test('a run pauses, keeps what it has, and goes on where it was', async () => {
  const engine = await obeying(
    ({ tab }) => [['read', { tab }]],
    ({ tab }) => [['wait_for', { tab, text: 'Words that never come', seconds: 8 }]],
  );
  const begun = await begin(job, briefOrder(job, { engine }));
  await isUnderWay(begun, 't2.0').toBe(true);
  const act = await job.annex.home(`#/run/${begun.run}`);
  await act.getByRole('button', { name: 'Pause', exact: true }).click();
  expect((await until(begun, 'paused'))?.reason).toBe('You paused it.');
  await job.annex.killWorker();
  await act.getByRole('button', { name: 'Go on' }).first().click();
  await until(begun, 'succeeded');
  const reads = (await happenings(begun)).filter((one) => one.kind === 'call-requested' && one.call.tool === 'read');
  expect(reads.length).toBe(1);
  await act.close();
});

test('tabs that a run opens stand in one group and close with it, but for those that the person touched', async () => {
  let pages: string[] = [];
  const engine = await obeying(
    ({ tab }) => [['read', { tab }]],
    ({ text }) => {
      pages = linksIn(text).slice(0, 2);
      return pages.map((url) => ['open_tab', { url }]);
    },
    ({ tab }) => [['wait_for', { tab, text: 'Words that never come', seconds: 20 }]],
  );
  const begun = await begin(job, briefOrder(job, { engine }));
  await isUnderWay(begun, 't3.0').toBe(true);
  const opened = await tabsAt(begun.driver, pages);
  expect(opened.map((one) => one.url)).toEqual(pages);
  expect(pages.length).toBe(2);
  expect(new Set(opened.map((one) => one.group)).size).toBe(1);
  expect(opened[0]?.group).not.toBe(-1);
  await begun.driver.evaluate(async (id) => {
    await chrome.tabs.update(id, { active: true });
  }, opened[1]?.id ?? 0);
  await begun.driver.bringToFront();
  await stop(begun);
  await until(begun, 'cancelled');
  await expect.poll(async () => (await tabsAt(begun.driver, pages)).map((one) => one.url)).toEqual([pages[1]]);
});

/** Addresses of the links in a reading, each once. */
const linksIn = (text: string) => [
  ...new Set([...text.matchAll(/"value":"(http[^"#]+)"/g)].map(([, url]) => url ?? '')),
];

function tabsAt(driver: Page, urls: readonly string[]) {
  return driver.evaluate(async (urls) => {
    const tabs = await chrome.tabs.query({});
    return urls.flatMap((url) =>
      tabs.filter((tab) => tab.url === url).map((tab) => ({ url, id: tab.id ?? 0, group: tab.groupId })),
    );
  }, urls);
}
