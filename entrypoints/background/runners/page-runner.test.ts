import { expect, test } from 'vitest';
import type { Happening } from '#lib/core/event.ts';
import { siteLabel } from '#lib/core/label.ts';
import { applyEvent, beginRun } from '#lib/core/reduce.ts';
import type { CallContext } from '#lib/core/tool.ts';
import { PageUnreachable } from '#lib/platform/page-link.ts';
import { click, read, snapshot } from '#lib/tools/page-tools.ts';
import { createBarred } from './barred.ts';
import { createPageRunner, type PagePorts } from './page-runner.ts';
import { createRunners } from './runner.ts';

const url = 'https://news.example/a';
const state = beginRun({
  ...{ run: 'r', seq: 0, at: 1 },
  happening: {
    ...{ kind: 'run-created', agent: 'a@1.0.0', task: 't', title: 't', inputs: [], engine: 'basic' },
    ...{ attended: true, root: 'r' },
  },
});
const context: CallContext = {
  state,
  call: { id: '1', tool: 'click', args: { tab: 7, ref: 'e1' }, labels: {} },
  spec: click,
};

/** A page that Chrome lets Annex into and that tells nothing, but for what a test says of it. */
const pageWith = (more: Partial<PagePorts>) =>
  createPageRunner({
    getTab: async () => ({ url, title: 'After', discarded: false }),
    wakeTab: async () => true,
    waitLoaded: async () => true,
    canReach: async () => true,
    ...{ barred: createBarred({ sites: async () => [], loopback: async () => false }), offerAccess: async () => {} },
    secrets: { of: async () => [], used: async () => {} },
    tell: () => Promise.reject(new Error('Nothing is told here.')),
    ...more,
  });

/** Clicks on a page that answers with this error, and shows something afterwards. */
function clickWhen(error: Error) {
  const page = pageWith({ tell: () => Promise.reject(error) });
  const runners = createRunners({ page, browser: page, annex: page });
  return runners.run(context, { site: 'https://news.example', signal: new AbortController().signal });
}

test('takes a page that goes away under a click for what the click did', async () => {
  expect(await clickWhen(new Error('The message channel closed.'))).toMatchObject({ kind: 'done' });
});

test('says that nothing was done when the page could not be reached', async () => {
  expect(await clickWhen(new PageUnreachable('Cannot access the page.'))).toEqual({
    kind: 'failed',
    message: 'click could not be done: Cannot access the page.',
  });
});

test('does nothing on the page once it was stopped, however late the tab is found', async () => {
  const found = Promise.withResolvers<{ url: string; title: string; discarded: boolean }>();
  const told: string[] = [];
  const page = pageWith({
    getTab: () => found.promise,
    tell: async <Reply>(_: number, { annex }: { annex: string }) => {
      told.push(annex);
      return { kind: 'done', value: {}, changed: [] } as Reply;
    },
  });
  const stop = new AbortController();
  const running = page.run(context, { site: 'https://news.example', signal: stop.signal });
  stop.abort(new Error('stopped'));
  await expect(running).rejects.toThrow('stopped');
  found.resolve({ url, title: 'A', discarded: false });
  await new Promise((done) => setImmediate(done));
  expect(told).toEqual([]);
});

/** What is told of a call on a tab whose address Chrome keeps to itself, in a run in which this has happened. */
function lookUnseen(spec: CallContext['spec'], args: CallContext['call']['args'], happened: readonly Happening[]) {
  const offered: string[] = [];
  const page = pageWith({
    getTab: async () => ({ url: '', title: '', discarded: false }),
    canReach: async () => false,
    offerAccess: async (_, site) => void offered.push(site),
  });
  const then = happened.reduce(
    (sofar, happening, at) => applyEvent(sofar, { run: 'r', seq: at + 1, at: 1, happening }),
    state,
  );
  const call = { ...context.call, tool: spec.name, args };
  return page.look({ state: then, spec, call }).then((situation) => ({ situation, offered }));
}

const opening = { id: '0', tool: 'open_tab', args: { url }, labels: {} };
const opened: Happening[] = [
  { kind: 'call-requested', call: opening },
  {
    ...{ kind: 'call-ended', call: '0', ms: 1 },
    outcome: { kind: 'done', value: { tab: 7, url, title: 'A' }, label: siteLabel('https://news.example'), words: '' },
  },
];

test.each([
  ['a look', snapshot, { tab: 7 }],
  ['a reading of a certain page', read, { tab: 7, url }],
])('knows the site of a tab that the run opened and Chrome has withdrawn since, for %s', async (_, spec, args) => {
  const { situation, offered } = await lookUnseen(spec, args, opened);
  expect(situation).toMatchObject({ kind: 'found', site: 'https://news.example', reachable: false });
  expect(situation).not.toHaveProperty('refused');
  expect(offered).toEqual(['https://news.example']);
});
