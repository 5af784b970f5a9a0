import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { briefOrder, drive, type Job, mailOrder, openJob } from '../support/job.ts';
import { putRows } from '../support/put-rows.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

test('the audit tells of a whole job, is as it was written, and names the row that somebody changed', async () => {
  const { output } = await drive(job, briefOrder(job));
  await drive(job, mailOrder(job, output.artifacts[0]?.id ?? ''));
  const home = await job.annex.home('#/audit');
  const list = home.getByRole('list', { name: 'Audit' });
  await list.getByText('Sent').first().waitFor();
  await list.getByText('A question was answered').first().waitFor();
  const verify = home.getByRole('button', { name: 'Check that nothing was changed' });
  await verify.click();
  await home.getByText(/^All \d+ entries are as they were written\.$/).waitFor();

  const [download] = await Promise.all([
    home.waitForEvent('download'),
    home.getByRole('button', { name: 'Export audit' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
  const rows: { seq: number; what: string; hash: string }[] = lines.map((line) => JSON.parse(line));
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.every((row) => row.hash.length === 64)).toBe(true);

  const sent = rows.find((row) => row.what === 'send');
  const driver = await job.annex.person();
  await putRows(driver, [['audit', { ...sent, detail: { to: ['nobody@example.org'] } }]]);
  await verify.click();
  await home.getByText(`Entry ${sent?.seq} is not as it was written.`).waitFor();
  await home.close();
});

test('has no error in any of its pages', () => {
  expect(job.annex.errors).toEqual([]);
});
