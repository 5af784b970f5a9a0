import { expect, test } from 'vitest';
import { beginRun } from '#lib/core/reduce.ts';
import type { CallContext } from '#lib/core/tool.ts';
import { PageUnreachable } from '#lib/platform/page-link.ts';
import { click } from '#lib/tools/page-tools.ts';
import { createPageRunner } from './page-runner.ts';
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

/** Clicks on a page that answers with this error, and shows something afterwards. */
function clickWhen(error: Error) {
  const page = createPageRunner({
    getTab: async () => ({ url, title: 'After', discarded: false }),
    wakeTab: async () => true,
    waitLoaded: async () => true,
    canReach: async () => true,
    ...{ barred: async () => undefined, offerAccess: async () => {} },
    secrets: { of: async () => [], used: async () => {} },
    tell: () => Promise.reject(error),
  });
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
  const page = createPageRunner({
    getTab: () => found.promise,
    wakeTab: async () => true,
    waitLoaded: async () => true,
    canReach: async () => true,
    ...{ barred: async () => undefined, offerAccess: async () => {} },
    secrets: { of: async () => [], used: async () => {} },
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
