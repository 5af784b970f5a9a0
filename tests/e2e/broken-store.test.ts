import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked, begin, until } from '../support/begin.ts';
import { briefOrder, drive, type Job, mailOrder, openJob } from '../support/job.ts';
import { putRows } from '../support/put-rows.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

const health = (driver: Page) => driver.evaluate(() => globalThis.annex.health());

test('a row that cannot be read is set aside in any table, and the rest goes on', async () => {
  const driver = await job.annex.person();
  await putRows(driver, [
    ['runs', { id: 'bad', status: 'running', createdAt: 1, agent: 7 }],
    ['approvals', { id: 'bad', createdAt: 1, run: 'bad', payload: 1, open: 1 }],
    ['artifacts', { id: 'bad', updatedAt: 1, kind: 'poem' }],
    ['grants', { id: 'bad', run: 'bad', mode: 'whatever' }],
    ['engines', { id: 'bad', kind: 'oracle' }],
    ['sites', { site: 7 }],
  ]);
  const { output } = await drive(job, briefOrder(job));
  expect(output.run.state).toBe('succeeded');
  const home = await job.annex.home();
  await expect
    .poll(async () => (await health(driver)).setAside.map((one) => one.table).sort())
    .toEqual(['approvals', 'artifacts', 'engines', 'grants', 'runs', 'sites']);
  expect((await health(driver)).storage).toEqual({ kind: 'ok' });
  await home.close();
});

test('a run whose journal broke ends in words, with what waited for it, and others go on', async () => {
  const mail = job.demo.origin('mail');
  const allow = [{ site: mail, capabilities: ['read' as const, 'mail' as const] }];
  const begun = await begin(job, mailOrder(job, '', { inputs: [], allow, open: [`${mail}/inbox`] }));
  await until(begun, 'waiting');
  const [approval] = await asked(begun);
  await putRows(begun.driver, [
    ['journal', { run: begun.run, seq: 3, at: 0, happening: { kind: 'nonsense' } }],
    ['approvals', { ...approval, expiresAt: 0, open: 1 }],
  ]);
  await job.annex.killWorker();
  const { output } = await drive(job, briefOrder(job));
  expect(output.run.state).toBe('succeeded');
  expect((await until(begun, 'failed'))?.reason).toContain('journal of this run has a row that cannot be read');
  expect(await asked(begun)).toEqual([]);
  const home = await job.annex.home(`#/run/${begun.run}`);
  await home.getByText('has a row that cannot be read').filter({ visible: true }).first().waitFor();
  expect((await health(begun.driver)).storage).toEqual({ kind: 'ok' });
});

test('data of a newer Annex is left as it is, and the panel says why it only reads', async () => {
  const driver = await job.annex.person();
  const id = job.annex.extensionId;
  const blank = await job.annex.context.newPage();
  await blank.goto(`chrome-extension://${id}/manifest.json`);
  for (const page of job.annex.context.pages()) if (page !== blank && page.url().includes(id)) await page.close();
  await job.annex.killWorker();
  await blank.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('annex', 10_000);
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
        opening.onerror = () => fail(opening.error);
      }),
  );
  expect(driver.isClosed()).toBe(true);
  const home = await job.annex.home();
  await home.getByText('written by a newer Annex').first().waitFor({ timeout: 20_000 });
  const [download] = await Promise.all([
    home.waitForEvent('download'),
    home
      .getByRole('button', { name: /Export/ })
      .first()
      .click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('"table":"journal"');
});
