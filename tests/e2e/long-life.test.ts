import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentRef } from '#lib/core/agent.ts';
import type { Happening, RunEvent } from '#lib/core/event.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { rowOf } from '#lib/core/run-row.ts';
import { handOver, permit } from '../../scripts/annex/set-up-run.ts';
import { type AnnexWorld, launchAnnex } from '../support/annex.ts';
import { begin, rowOf as rowOfRun, until } from '../support/begin.ts';
import { briefOrder, drive, type Job, openJob } from '../support/job.ts';
import { readDump, writeDump } from '../support/old-database.ts';
import { putRows } from '../support/put-rows.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

const LONG = 10_000;

/** A paused run of the Researcher with as many events as a year of trouble would leave it. */
async function putLongRun(driver: Page): Promise<string> {
  const order = briefOrder(job);
  await permit(order, driver);
  const inputs = await handOver(order, job.annex.context, driver);
  const agent = (await driver.evaluate(() => globalThis.annex.agents())).find((one) => one.id === order.agent);
  if (!agent) throw new Error('There is no Researcher.');
  const run = 'run-long';
  const created: Happening = {
    ...{ kind: 'run-created', agent: agentRef(agent), task: order.task, title: 'A long run', inputs, engine: 'basic' },
    ...{ attended: true, root: run, playbook: agent.playbooks[0]?.id },
  };
  const calls = Array.from({ length: LONG / 2 - 2 }, (_, index): Happening[] => [
    { kind: 'call-requested', call: { id: `pad-${index}`, tool: 'read', args: { tab: 1 }, labels: {} } },
    { kind: 'call-ended', call: `pad-${index}`, outcome: { kind: 'failed', message: 'The page was gone.' }, ms: 1 },
  ]).flat();
  const list: Happening[] = [
    created,
    { kind: 'run-started' },
    ...calls,
    { kind: 'run-paused', by: 'user', reason: 'You paused it.' },
  ];
  const events = list.map((happening, seq): RunEvent => ({ run, seq, at: Date.now(), happening }));
  const row = rowOf(foldJournal(events), Date.now(), undefined);
  await putRows(driver, [...events.map((event): [string, object] => ['journal', event]), ['runs', row]]);
  return run;
}

const checkpointAt = (driver: Page, run: string) =>
  driver.evaluate(async (run) => {
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('annex');
      opening.onsuccess = () => done(opening.result);
    });
    const reading = database.transaction('checkpoints').objectStore('checkpoints').get(run);
    const found = await new Promise<{ seq: number } | undefined>((done) => {
      reading.onsuccess = () => done(reading.result);
    });
    database.close();
    return found?.seq ?? 0;
  }, run);

test(`a run of ${LONG} events opens in the panel, and goes on in a new worker, which leaves a checkpoint`, async () => {
  const driver = await job.annex.person();
  const run = await putLongRun(driver);
  const asked = Date.now();
  const home = await job.annex.home(`#/run/${run}`);
  await home.getByRole('button', { name: 'Go on' }).first().waitFor();
  await home.locator('ol.timeline > li').nth(100).waitFor();
  console.log(`opened ${LONG} events in ${Date.now() - asked} ms`);
  await job.annex.killWorker();
  await home.getByRole('button', { name: 'Go on' }).first().click();
  await expect.poll(async () => (await rowOfRun(driver, run))?.status, { timeout: 60_000 }).toBe('succeeded');
  await expect.poll(() => checkpointAt(driver, run)).toBeGreaterThanOrEqual(LONG - 1);
  await home.close();
});

test('a run is done again, from a step on, and further', async () => {
  const { output } = await drive(job, briefOrder(job));
  const driver = await job.annex.person();
  const { id } = output.run;
  const tree = await driver.evaluate((id) => globalThis.annex.tree(id), id);
  const read = tree.events.filter(({ happening }) => happening.kind === 'call-ended').at(0);
  const fork = await driver.evaluate(([id, seq]) => globalThis.annex.fork(id, seq), [id, read?.seq ?? 0] as const);
  const retry = await driver.evaluate((id) => globalThis.annex.retry(id), id);
  const next = await driver.evaluate((id) => globalThis.annex.continueRun(id, 'What is said of noise?'), id);
  for (const run of [fork, retry, next])
    await expect.poll(async () => (await rowOfRun(driver, run))?.endedAt, { timeout: 60_000 }).toBeDefined();
  expect(await rowOfRun(driver, fork)).toMatchObject({ status: 'succeeded', forkOf: { run: id, seq: read?.seq } });
  const { events } = await driver.evaluate((run) => globalThis.annex.tree(run), fork);
  const forked = events.findIndex(({ happening }) => happening.kind === 'run-forked');
  // What the fork took over was not called again.
  expect(events.slice(0, forked).map((event) => event.happening)).toEqual(
    tree.events.slice(0, forked).map((event) => event.happening),
  );
  const again = events
    .slice(forked)
    .filter(
      ({ happening }) =>
        happening.kind === 'call-started' &&
        read?.happening.kind === 'call-ended' &&
        happening.call === read.happening.call,
    );
  expect(again).toEqual([]);
  expect(await rowOfRun(driver, next)).toMatchObject({ status: 'succeeded', continues: id });
});

async function exported(home: Page): Promise<string> {
  const [download] = await Promise.all([
    home.waitForEvent('download'),
    home.getByRole('button', { name: 'Export data' }).first().click(),
  ]);
  return download.path();
}

/** Imports a file in the settings of a new profile, as the person's own. */
async function importOwn(annex: AnnexWorld, file: string): Promise<Page> {
  const home = await annex.home('#/settings');
  await home.getByLabel('Take over permissions and settings too').check();
  await home
    .getByLabel('Import data')
    .first()
    .setInputFiles({ name: 'annex.jsonl', mimeType: 'application/jsonl', buffer: await readFile(file) });
  await home.getByText(/rows added, 0 here already, 0 refused/).waitFor({ timeout: 60_000 });
  return home;
}

test('all data moves to a new profile, and exports to the same bytes there', async () => {
  await drive(job, briefOrder(job));
  const home = await job.annex.home('#/settings');
  const file = await exported(home);
  const other = await launchAnnex({ flavour: 'driver' });
  try {
    const there = await importOwn(other, file);
    const again = await exported(there);
    expect((await readFile(again)).equals(await readFile(file))).toBe(true);
    await there.goto(`chrome-extension://${other.extensionId}/home.html#/library`);
    await there.getByText('Brief: heat pumps').first().waitFor();
  } finally {
    await other.close();
    await home.close();
  }
});

test('a disk that is full stops no run for good: the panel says so, and it goes on when there is room', async () => {
  const home = await job.annex.home();
  const worker = await job.annex.worker();
  await worker.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype;
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
    Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { add, put }) });
  });
  const begun = await begin(job, briefOrder(job));
  await home.getByText('The disk is full; Annex has stopped writing.').waitFor();
  expect((await begun.row())?.endedAt).toBeUndefined();
  await worker.evaluate(() => (globalThis as unknown as { makeRoom: () => void }).makeRoom());
  expect((await until(begun, 'succeeded'))?.recoveries).toBe(0);
  await home.getByText('The disk is full').waitFor({ state: 'detached' });
  await home.close();
});

/** A page of the extension that runs no code of Annex, once all others are closed and the worker is dead. */
async function alone({ context, extensionId, killWorker }: AnnexWorld): Promise<Page> {
  const blank = await context.newPage();
  await blank.goto(`chrome-extension://${extensionId}/manifest.json`);
  for (const page of context.pages()) if (page !== blank && page.url().includes(extensionId)) await page.close();
  await killWorker();
  return blank;
}

test('data of the first version is shown and gone on with; a page lets go of it when a newer Annex comes', async () => {
  const annex = await launchAnnex({ flavour: 'driver' });
  try {
    const blank = await alone(annex);
    await blank.evaluate(writeDump, { dump: readDump(1), name: 'annex', anew: true });
    // One that woke meanwhile has seen its data go; the next finds what is there now.
    await annex.killWorker();
    const home = await annex.home('#/runs');
    await home.getByText('Compare heat pumps').first().waitFor();
    const driver = await annex.person();
    const rows = await driver.evaluate(() => globalThis.annex.runs());
    expect(rows).toHaveLength(readDump(1).rows.runs?.length ?? 0);
    const took = await blank.evaluate(
      () =>
        new Promise<string>((done) => {
          const opening = indexedDB.open('annex', 10_000);
          opening.onsuccess = () => {
            opening.result.close();
            done('upgraded');
          };
          opening.onerror = () => done(String(opening.error));
        }),
    );
    expect(took).toBe('upgraded');
    await home.getByText('A newer Annex has taken over its data.').waitFor();
    await home.getByRole('button', { name: 'Reload' }).click();
    await home.getByText('written by a newer Annex').first().waitFor({ timeout: 20_000 });
  } finally {
    await annex.close();
  }
});
