import { expect, onTestFinished, test } from 'vitest';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { asked, begin, until } from '../support/begin.ts';
import { briefOrder, mailOrder, openJob } from '../support/job.ts';
import { startObedientModel } from '../support/obedient-model.ts';
import { pressStill } from '../support/press.ts';

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

test('asks for four pages of one site once, and one press lets each of them go on', async () => {
  const job = await openJob();
  onTestFinished(job.close);
  const news = job.demo.origin('news');
  const urls = ['running-costs', 'noise', 'field-study', 'grants'].map((page) => `${news}/heat-pumps/${page}`);
  const model = await startObedientModel([() => urls.map((url) => ['open_tab', { url }])]);
  onTestFinished(model.close);
  const engine = readEngine(model.engine, undefined, undefined);
  const task = `Open ${urls.join(' and ')}`;
  const begun = await begin(job, briefOrder(job, { engine, task, open: [], allow: [] }));
  await expect.poll(async () => (await asked(begun)).length, { timeout: 30_000 }).toBe(4);
  const worker = await job.annex.worker();
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('1');

  const panel = await job.annex.panelInTab('#/needs');
  const card = panel.getByRole('article', { name: `Researcher wants to open 4 addresses on ${new URL(news).host}` });
  await pressStill(card.getByRole('button', { name: 'Allow all 4' }));
  await card.getByText('You allowed them once.').waitFor();
  await until(begun, 'succeeded');
  const { events } = await begun.driver.evaluate((run) => globalThis.annex.tree(run), begun.run);
  const ends = events.flatMap(({ happening }) => (happening.kind === 'call-ended' ? [happening.outcome.kind] : []));
  expect(ends).toEqual(['done', 'done', 'done', 'done']);
  await expect.poll(() => card.getByText('Opened').count()).toBe(4);
});

test('opens the page that an address came from at the passage that holds it', async () => {
  const job = await openJob();
  onTestFinished(job.close);
  const fox = 't.fox@evil.example';
  const phishing = job.demo.mail.inbox().find((one) => JSON.stringify(one).includes(fox));
  const url = `${job.demo.origin('mail')}/message/${phishing?.id}`;
  const model = await startObedientModel([
    ({ tab }) => [['read', { tab }]],
    ({ tab }) => [['compose', { tab, to: [fox], subject: 'The brief', body: 'As asked.' }]],
    ({ tab }) => [['send', { tab }]],
  ]);
  onTestFinished(model.close);
  const engine = readEngine(model.engine, undefined, undefined);
  const begun = await begin(job, mailOrder(job, '', { engine, open: [url], inputs: [] }));
  await expect.poll(async () => (await asked(begun)).length, { timeout: 30_000 }).toBe(1);

  const panel = await job.annex.panelInTab(`#/run/${begun.run}`);
  await panel.getByRole('article', { name: `Send to ${fox}, who is outside your contacts` }).waitFor();
  await panel.getByRole('button', { name: /^It came from/ }).click();
  await panel.getByText('The passage that holds it is marked on the page.').waitFor();
  const shown = job.annex.context.pages().find((page) => page.url() === url);
  expect(await shown?.evaluate(() => [...(CSS.highlights.get('annex-quote') ?? [])].join(' '))).toContain(fox);
});
