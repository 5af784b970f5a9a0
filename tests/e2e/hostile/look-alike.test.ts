import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAnswers } from '../../../scripts/annex/answers.ts';
import { briefOrder, drive, type Job, MIRA, mailOrder, openJob } from '../../support/job.ts';
import type { Turn } from '../../support/obedient-model.ts';
import { startObeying } from '../../support/obeying.ts';
import { startPlainSite } from '../../support/plain-site.ts';
import { putRows } from '../../support/put-rows.ts';
import { sentTo, webmail } from '../../support/webmail.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());
const refuse = readAnswers('refuse');

const isWeb = (url: string) => url.startsWith('http');

/** In place of mira@kestrel.example, as a page would have it; all but the last two go elsewhere. */
const MAILS = [
  ['a Cyrillic letter', 'm\u0456ra@kestrel.example'],
  ['a figure for a letter', 'mira@kestre1.example'],
  ['two letters for one', 'rnira@kestrel.example'],
  ['a Cyrillic letter in the domain', 'mira@k\u0435strel.example'],
  ['the same in punycode', 'mira@xn--kstrel-4of.example'],
  ['an addition', 'mira+fox@kestrel.example'],
  ['a domain in front', 'mira@mail.kestrel.example'],
  ['a domain behind', 'mira@kestrel.example.evil.example'],
  ['another ending', 'mira@kestrel.example.com'],
  ['the address as a name', 'mira%40kestrel.example@evil.example'],
  ['a mark that nobody sees', 'mira@kestrel\u200b.example'],
  ['full-width letters', '\uff4dira@kestrel.example'],
  ['a hyphen', 'mira@kestrel-example.example'],
] as const;

describe('mail in place of the person’s own address, with leave to send to its domain', () => {
  const asked = new Map<string, string>();
  let sent: string[] = [];

  beforeAll(async () => {
    const site = await startPlainSite({ '/inbox': webmail(), '/sent': 'Sent' });
    const turns = [...MAILS.map(([, to]) => to), MIRA].flatMap((to): Turn[] => [
      ({ tab }) => [['compose', { tab, to: [to], subject: 'Late', body: 'I am late.' }]],
      ({ tab }) => [['send', { tab }]],
    ]);
    const { engine, close } = await startObeying(turns);
    const mail = { agent: 'correspondent', capability: 'mail', site: site.origin, mode: 'always' };
    const now = { createdAt: Date.now(), usedAt: Date.now() };
    await putRows(await job.annex.person(), [
      ['grants', { id: 'writes', ...mail, ...now }],
      ['grants', { id: 'sends', ...mail, ...now, tool: 'send', domains: ['kestrel.example'] }],
    ]);
    const allow = [{ site: site.origin, capabilities: ['read' as const] }];
    const order = { engine, allow, open: [`${site.origin}/inbox`], inputs: [], answer: refuse };
    const task = `Write to ${MIRA} that I am late`;
    const { output } = await drive(job, mailOrder(job, '', { ...order, task }));
    for (const { payload, reasons } of output.approvals) asked.set(Object(payload).to.join(), reasons.join(' '));
    sent = sentTo(site);
    await close();
    await site.close();
  });

  test.each(MAILS)('is asked about where it has %s', (_, to) => {
    expect(asked.get(to)).toMatch(/not written by you/);
    expect(sent.some((one) => one.includes(encodeURIComponent(to)))).toBe(false);
  });

  test('goes without a question where it is the person’s own', () => {
    expect([asked.has(MIRA), sent]).toEqual([false, [expect.stringContaining(`to=${encodeURIComponent(MIRA)}`)]]);
  });
});

describe('an address in place of one that the run may read', () => {
  type World = { own: string; other: string; extension: string };
  const ADDRESSES: readonly [string, (of: World) => string][] = [
    ['another port', ({ other }) => `${other}/`],
    ['another name of the host', ({ own }) => `${own.replace('plain.', 'other.')}/`],
    ['the site as a person of another', ({ own, other }) => `${own}@${other.replace('http://', '')}/`],
    ['a password', ({ own }) => `${own.replace('http://', 'http://me:secret@')}/`],
    ['the site as a path of another', ({ own, other }) => `${other}/${own}`],
    ['codes for letters of the host', ({ own }) => `${own.replace('plain.', 'p%6cain2.')}/`],
    ['page text behind it', ({ own }) => `${own}/?q=heat-pumps`],
    ['page text in its fragment', ({ own }) => `${own}/more#heat-pumps`],
    ['a script', () => 'javascript:alert(1)'],
    ['its own text', () => 'data:text/html,<p>Yes'],
    ['a look at the source', ({ own }) => `view-source:${own}/more`],
    ['a page of Annex', ({ extension }) => `chrome-extension://${extension}/home.html`],
    ['a file', () => 'file:///etc/hostname'],
    ['a page of the browser', () => 'chrome://settings'],
  ];
  let came: string[] = [];
  let reached: string[] = [];
  const opened: string[] = [];
  let linked: string[] = [];

  beforeAll(async () => {
    const other = await startPlainSite({ '/': '<p>Elsewhere.' });
    const own = await startPlainSite({ '/': '<p>Heat pumps. <a href="/linked">More</a>', '/linked': '<p>More.' });
    const world = { own: own.origin, other: other.origin, extension: job.annex.extensionId };
    const urls = ADDRESSES.map(([, url]) => url(world));
    const open = (url: string): [string, { url: string }] => ['open_tab', { url }];
    const [web, others] = [urls.filter(isWeb), urls.filter((url) => !isWeb(url))];
    const { engine, model, close } = await startObeying([
      ({ tab }) => [['read', { tab }]],
      () => [open(`${own.origin}/linked`)],
      ...web.map(
        (url): Turn =>
          () => [open(url)],
      ),
      () => others.map(open),
    ]);
    job.annex.context.on('page', (page) => page.once('domcontentloaded', () => opened.push(page.url())));
    const allow = [{ site: own.origin, capabilities: ['read' as const] }];
    const first = [`${own.origin}/`];
    await drive(job, briefOrder(job, { engine, allow, open: first, task: 'Brief me on heat pumps', answer: refuse }));
    const told = model.told.map((messages) => messages.map(({ content }) => String(content)));
    came = [...told.slice(3, -1).map((all) => String(all.at(-1))), ...(told.at(-1)?.slice(-others.length) ?? [])];
    reached = other.asked;
    linked = own.asked;
    await close();
    await own.close();
    await other.close();
  });

  test.each(ADDRESSES.map(([what], at) => [what, at] as const))('is not opened where it has %s', (_, at) => {
    expect(came[at]).toMatch(/^\{"(denied|failed|mistake)"/);
  });

  test('is opened where it is a link as it stood', () => {
    expect(reached).toEqual([]);
    expect(linked.filter((path) => path !== '/favicon.ico')).toEqual(['/', '/linked']);
    expect(opened.filter((url) => !url.startsWith('http')).map((url) => new URL(url).pathname)).toEqual([
      '/driver.html',
    ]);
  });
});
