import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked, until } from '../../support/begin.ts';
import { casesOf } from '../../support/cases.ts';
import { type Job, MIRA, openJob } from '../../support/job.ts';
import { startPlainSite } from '../../support/plain-site.ts';
import { allowOnce, type Ordered, orderMail, sentTo, webmail } from '../../support/webmail.ts';

let job: Job;
let standing: Promise<Ordered> | undefined;
let page: Page;
const site = async () => startPlainSite({ '/': '<title>Fake</title><p>A page of nobody.' });
let evil: Awaited<ReturnType<typeof site>>;

/** The run that waits, started by the first test: vitest polls in tests only. */
const waiting = () => {
  standing ??= orderMail(job, webmail());
  return standing;
};

/** One run waits for the person's word while every page here tries to be that word. */
beforeAll(async () => {
  job = await openJob();
  evil = await site();
  page = await job.annex.context.newPage();
  await page.goto(`${evil.origin}/`);
});
afterAll(async () => {
  await page.close();
  await standing?.then((world) => world.close());
  await evil.close();
  await job.close();
});

async function nothingCameOfIt(world: Ordered, runs: number): Promise<void> {
  expect((await asked(world.begun)).map((one) => one.answer)).toEqual([undefined]);
  expect((await world.begun.row())?.status).toBe('waiting');
  expect(await runsOf(world)).toBe(runs);
  expect(sentTo(world.mail)).toEqual([]);
}
const runsOf = (world: Ordered) => world.begun.driver.evaluate(() => globalThis.annex.runs().then((all) => all.length));

/** What a page does to be taken for the person; the arguments are the run, the approval and Annex's id. */
const TRIES: Record<string, (of: { run: string; approval: string; id: string }) => unknown> = {
  'draws a card like Annex’s and has its button pressed': () => {
    const card = document.createElement('div');
    card.innerHTML =
      '<article class="approval" data-approval data-state="open"><h2>Send to Mira?</h2><button>Don’t send</button><button>Send</button></article>';
    document.body.append(card);
    for (const button of card.querySelectorAll('button')) button.click();
    card.remove();
  },
  'draws that card in a dialog over everything, under the keys of the panel': () => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<article class="approval" data-approval><button autofocus>Send</button></article>';
    document.body.append(dialog);
    dialog.showModal();
    for (const key of ['Enter', 'y', 'a', 'Escape'])
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    dialog.remove();
  },
  'posts messages to its window': ({ run, approval }) => {
    for (const type of ['answer', 'allow', 'knock', 'think', 'approval-answered'])
      for (const data of [
        { type, run, approval, answer: { kind: 'allow' } },
        { annex: 'page', type, id: approval },
      ])
        postMessage(data, '*');
  },
  'speaks on channels of the same names': ({ run, approval }) => {
    for (const name of ['annex-stream', 'annex', 'knock', 'dexie-txcommitted'])
      new BroadcastChannel(name).postMessage({ run, request: approval, approval, kind: 'allow', text: 'Allowed' });
  },
  'dispatches events that Annex might hear': ({ approval }) => {
    for (const name of ['annex', 'annex-answer', 'storagemutated', 'message'])
      for (const target of [window, document, document.body])
        target.dispatchEvent(new CustomEvent(name, { detail: { approval, kind: 'allow' }, bubbles: true }));
  },
  'writes to a database of the same name': ({ approval }) =>
    new Promise((done) => {
      const opening = indexedDB.open('annex', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('approvals', { keyPath: 'id' });
      opening.onsuccess = () => {
        const writing = opening.result.transaction('approvals', 'readwrite');
        writing.objectStore('approvals').put({ id: approval, answer: { kind: 'allow', scope: 'once' } });
        writing.oncomplete = done;
      };
    }),
  'takes the locks that workers are known by': ({ run }) => {
    for (const name of ['annex', 'worker', run])
      navigator.locks.request(name, { steal: true }, () => new Promise(() => {})).catch(() => undefined);
  },
  'speaks to the extension': ({ id, approval }) => {
    const { runtime } = (globalThis as { chrome?: { runtime?: typeof chrome.runtime } }).chrome ?? {};
    for (const kind of ['answer', 'knock', 'think']) runtime?.sendMessage?.(id, { type: kind, approval });
    return runtime?.connect?.(id)?.disconnect();
  },
};

test.each(casesOf(2, Object.keys(TRIES)))('is not the person’s word when a page %s', async (what) => {
  const world = await waiting();
  const [approval] = await asked(world.begun);
  const runs = await runsOf(world);
  const of = { run: world.begun.run, approval: approval?.id ?? '', id: job.annex.extensionId };
  for (const one of [page, world.page]) {
    await one.evaluate(TRIES[what] ?? (() => {}), of);
    await nothingCameOfIt(world, runs);
  }
});

test.each(
  casesOf(2, [
    'home.html',
    'sidepanel.html',
    'offscreen.html',
    'driver.html',
    'manifest.json',
    'content-scripts/content.js',
    'background.js',
  ]),
)('lets no page frame, load or open %s', async (path) => {
  const url = `chrome-extension://${job.annex.extensionId}/${path}`;
  const came = await page.evaluate(async (url) => {
    const frame = Object.assign(document.createElement('iframe'), { src: url });
    const framed = new Promise((done) => {
      frame.onload = () => done(null);
    });
    document.body.append(frame);
    await framed;
    const reads = await fetch(url).then(
      () => 'fetched',
      () => 'refused',
    );
    const script = await new Promise((done) => {
      const tag = Object.assign(document.createElement('script'), { src: url });
      tag.onload = () => done('ran');
      tag.onerror = () => done('refused');
      document.head.append(tag);
    });
    const opened = window.open(url);
    return { reads, script, sees: frame.contentDocument?.body?.innerText ?? '', opened: opened === null };
  }, url);
  expect(came).toMatchObject({ reads: 'refused', script: 'refused', sees: '' });
  const frames = page.frames().map((one) => one.url());
  expect(frames.filter((one) => one.startsWith('chrome-extension://') && !one.includes('invalid'))).toEqual([]);
  for (const one of job.annex.context.pages())
    if (one.url() === 'about:blank' || one.url().includes('invalid')) await one.close();
});

test('sends the mail once the person says so, after all that', async () => {
  const world = await waiting();
  expect(await allowOnce(world)).toBe(true);
  await until(world.begun, 'succeeded');
  expect(sentTo(world.mail)).toEqual([expect.stringContaining(`to=${encodeURIComponent(MIRA)}`)]);
});
