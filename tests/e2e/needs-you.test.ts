import { expect, onTestFinished, test } from 'vitest';
import { openJob } from '../support/job.ts';

test('counts on the badge and notifies once when an approval waits and no page of Annex is open', async () => {
  const job = await openJob();
  onTestFinished(job.close);
  const inbox = await job.annex.context.newPage();
  await inbox.goto(`${job.demo.origin('mail')}/inbox`);
  const person = await job.annex.person();
  const url = inbox.url();
  const { tab } = await person.evaluate((url) => globalThis.annex.tabAt(url, []), url);
  const inputs = [{ kind: 'tab' as const, tab, url, title: 'Inbox' }];
  const order = { agent: 'correspondent', task: 'Write to mira@kestrel.example', inputs, engine: 'basic' };
  await person.evaluate((order) => globalThis.annex.start(order), order);
  await person.close();
  const worker = await job.annex.worker();
  const told = () => worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()).length);
  await expect.poll(told, { timeout: 30_000 }).toBe(1);
  expect(await worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('1');
});
