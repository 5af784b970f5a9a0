import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startDemo } from '../../demo/server.ts';
import type { LaunchOptions } from '../../scripts/browser/launch.ts';
import { type AnnexWorld, launchAnnex } from '../support/annex.ts';
import { newProfile } from '../support/new-profile.ts';
import { hourly, knock, overdue } from '../support/scheduled.ts';

const SOON = { timeout: 60_000 };

async function open(options: LaunchOptions = { flavour: 'driver' }) {
  const demo = await startDemo();
  const annex = await launchAnnex(options);
  onTestFinished(async () => {
    await annex.close();
    await demo.close();
  });
  return { annex, driver: await annex.person(), url: `${demo.origin('news')}/heat-pumps/noise` };
}

const runsOf = (driver: Page) => driver.evaluate(() => globalThis.annex.runs());
const rowsOf = (driver: Page, id: string) => driver.evaluate((id) => globalThis.annex.firings(id), id);
const kindsOf = async (driver: Page, id: string) => (await rowsOf(driver, id)).map((row) => row.kind);
const scheduleOf = async (driver: Page, id: string) =>
  (await driver.evaluate(() => globalThis.annex.schedules())).find((one) => one.id === id);

/** When Chrome is to wake the worker for what is due. */
async function alarmOf(annex: AnnexWorld): Promise<number | undefined> {
  return (await annex.worker()).evaluate(async () => (await chrome.alarms.get('annex-due'))?.scheduledTime);
}

test('a schedule that is due starts a run nobody attends, which succeeds, and an alarm waits for the next time', async () => {
  const { annex, driver, url } = await open();
  const schedule = await overdue(driver, hourly(url), 0.5);
  await knock(driver, schedule);
  await expect.poll(async () => (await runsOf(driver))[0]?.status, SOON).toBe('succeeded');
  expect(await runsOf(driver)).toMatchObject([{ class: 'background', attended: false, title: 'Hourly brief' }]);
  await expect.poll(async () => (await rowsOf(driver, schedule.id))[0]?.ended, SOON).toBe('succeeded');
  const [run] = await runsOf(driver);
  expect(await rowsOf(driver, schedule.id)).toMatchObject([{ kind: 'started', by: 'clock', run: run?.id }]);
  const made = await driver.evaluate((run) => globalThis.annex.artifactsOf([run]), run?.id ?? '');
  expect(made.map((one) => one.artifact.kind)).toEqual(['report']);
  const dueAt = (await scheduleOf(driver, schedule.id))?.dueAt ?? 0;
  expect(dueAt - (schedule.cadence.kind === 'interval' ? schedule.cadence.anchor : 0)).toBe(3_600_000);
  await expect.poll(() => alarmOf(annex), SOON).toBe(dueAt);
  expect(annex.errors).toEqual([]);
});

test('a worker that is killed between due and start starts the run once', async () => {
  const { annex, driver, url } = await open();
  const schedule = await overdue(driver, hourly(url), 0.5);
  for (let round = 0; round < 5; round += 1) {
    // The worker is stopped while it deals with the knock, or before, or after: nothing is waited for.
    await Promise.all([knock(driver, schedule), annex.killWorker()]);
  }
  await knock(driver, schedule);
  await expect.poll(async () => (await runsOf(driver))[0]?.status, SOON).toBe('succeeded');
  expect(await kindsOf(driver, schedule.id)).toEqual(['started']);
  expect(await runsOf(driver)).toHaveLength(1);
});

test('two panels and a wake in the same instant start one run', async () => {
  const { annex, driver, url } = await open();
  const other = await annex.person();
  const schedule = await overdue(driver, hourly(url), 0.5);
  const worker = await annex.worker();
  await Promise.all([
    ...[driver, other, driver, other].map((page) => knock(page, schedule)),
    worker.evaluate(() => chrome.alarms.create('annex-tick', { when: Date.now(), periodInMinutes: 0.5 })),
  ]);
  await expect.poll(async () => (await runsOf(driver))[0]?.status, SOON).toBe('succeeded');
  expect(await runsOf(driver)).toHaveLength(1);
  expect(await kindsOf(driver, schedule.id)).toEqual(['started']);
});

test('a browser that comes back after missed times makes up for the newest one, and each has its row', async () => {
  const profile = await newProfile();
  const { annex, driver, url } = await open({ flavour: 'driver', profile });
  const anchor = Date.now() - 30 * 60_000;
  const missed = { cadence: { kind: 'interval', minutes: 60, anchor } } as const;
  const latest = await overdue(driver, hourly(url, missed), 5);
  const none = await overdue(driver, hourly(url, { ...missed, catchUp: 'skip' }), 5);
  await annex.killBrowser();

  const again = await launchAnnex({ flavour: 'driver', profile });
  onTestFinished(again.close);
  const back = await again.person();
  await expect.poll(async () => (await runsOf(back))[0]?.status, SOON).toBe('succeeded');
  expect(await runsOf(back)).toMatchObject([{ class: 'catch-up', attended: false, schedule: { id: latest.id } }]);
  const rows = await rowsOf(back, latest.id);
  expect(rows.map((row) => [row.kind, row.by])).toEqual([
    ['started', 'catch-up'],
    ...Array(4).fill(['skipped', 'clock']),
  ]);
  expect(rows.map((row) => (anchor - row.time) / 3_600_000)).toEqual([0, 1, 2, 3, 4]);
  expect(rows[1]?.reason).toContain('Only the newest missed time is made up for.');
  expect(await kindsOf(back, none.id)).toEqual(Array(5).fill('skipped'));
  const next = (await scheduleOf(back, latest.id))?.dueAt;
  await expect.poll(() => alarmOf(again), SOON).toBe(next);
});

test('a run by hand starts at once and leaves the cadence as it is', async () => {
  const { driver, url } = await open();
  const id = await driver.evaluate((order) => globalThis.annex.saveSchedule(order), hourly(url));
  const before = await scheduleOf(driver, id);
  await driver.evaluate((id) => globalThis.annex.runSchedule(id), id);
  await expect.poll(async () => (await runsOf(driver))[0]?.status, SOON).toBe('succeeded');
  expect(await runsOf(driver)).toMatchObject([{ class: 'interactive', attended: true }]);
  expect(await rowsOf(driver, id)).toMatchObject([{ kind: 'started', by: 'person', reason: 'You started it.' }]);
  expect(await scheduleOf(driver, id)).toEqual(before);
});
