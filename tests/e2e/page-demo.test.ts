import { afterAll, beforeAll, expect, test } from 'vitest';
import { channels } from '../../demo/news/hidden.ts';
import { type Demo, startDemo } from '../../demo/server.ts';
import { type Bench, createBench } from '../support/page-bench.ts';
import { changedBy, failureOf, outlineOf, valueIn } from '../support/page-words.ts';

let bench: Bench;
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
  bench = await createBench();
});
afterAll(async () => {
  await bench.close();
  await demo.close();
});

const MAIL = { to: ['mira@example.com'], cc: [], subject: 'Pumps', body: 'Hello,\n\nthey hum.' };

test('reads the news without a word of what is hidden in it', async () => {
  const { page } = await bench.visit(demo.origin('news'));
  const links = await page
    .locator('main a, article a')
    .evaluateAll((all) => all.map((one) => (one instanceof HTMLAnchorElement ? one.href : '')));
  const held: string[] = [];
  let passages = 0;
  for (const url of new Set(links)) {
    const article = await bench.visit(url);
    const seen = JSON.stringify([valueIn(await article.tool('read')), outlineOf(await article.tool('snapshot'))]);
    held.push(...channels.filter((channel) => seen.includes(`(${channel})`)));
    passages += seen.split('"heading"').length;
  }
  expect(held).toEqual([]);
  expect(passages).toBeGreaterThan(20);
});

test('opens the compose form of the mail page, fills it, and the mail arrives once it is sent', async () => {
  const { tool, page } = await bench.visit(`${demo.origin('mail')}/inbox`);
  expect(changedBy(await tool('compose', MAIL))).toBe('The form now holds the mail to mira@example.com.');
  const sending = tool('send', { expect: { ...MAIL, bcc: [] } }).catch(() => 'left the page');
  await page.waitForURL('**/sent?done=sent');
  expect(await sending).toBe('left the page');
  expect(demo.mail.sent()[0]).toMatchObject({ subject: 'Pumps' });
});

test('leaves a reply alone that quotes what the person received', async () => {
  const [first] = demo.mail.inbox();
  const { tool } = await bench.visit(`${demo.origin('mail')}/reply/${first?.id}`);
  expect(failureOf(await tool('compose', MAIL))).toContain('holds text that is not of this run');
});
