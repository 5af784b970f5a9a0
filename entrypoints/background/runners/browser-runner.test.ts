import { expect, test } from 'vitest';
import { beginRun } from '#lib/core/reduce.ts';
import type { CallContext } from '#lib/core/tool.ts';
import { openTab } from '#lib/tools/browser-tools.ts';
import { createBrowserRunner } from './browser-runner.ts';

const url = 'https://news.example/a';
const state = beginRun({
  ...{ run: 'r', seq: 1, at: 1 },
  happening: {
    ...{ kind: 'run-created', agent: 'a@1.0.0', task: 't', title: 't', inputs: [], engine: 'basic' },
    ...{ attended: true, root: 'r' },
  },
});
const context: CallContext = { state, call: { id: '1', tool: 'open_tab', args: { url }, labels: {} }, spec: openTab };

type Shown = { url: string; title: string; pending: boolean } | undefined;

/** Opens the page in a tab that never says it has loaded within the runner's patience; then shows what is given, one after the other. */
function open(shown: Shown[], comesLate: boolean) {
  const waits = [false, comesLate];
  const runner = createBrowserRunner(
    {
      getTab: async () => (shown.length > 1 ? shown.shift() : shown[0]),
      createTab: async () => 7,
      loadTab: async () => {},
      waitLoaded: async () => waits.shift() ?? false,
      canReach: async () => true,
      ...{ barred: async () => undefined, closeTab: async () => {} },
      opened: { get: async () => undefined, put: async () => {} },
    },
    1,
  );
  return runner.run(context, { site: 'https://news.example', signal: new AbortController().signal });
}

test('takes a page that shows, though something in it never loads', async () => {
  expect(await open([{ url, title: 'A', pending: false }], false)).toMatchObject({
    kind: 'done',
    value: { title: 'A' },
  });
});

test('waits on for a page that has not come yet, and takes nothing of the one before', async () => {
  const late = { url, title: 'A', pending: false };
  expect(await open([{ ...late, title: 'Before', pending: true }, late], true)).toMatchObject({
    value: { title: 'A' },
  });
  expect(await open([{ ...late, pending: true }], false)).toMatchObject({ kind: 'failed' });
});

test('says that a tab was closed', async () => {
  expect(await open([undefined], false)).toEqual({
    kind: 'failed',
    message: `The tab was closed before ${url} had loaded.`,
  });
});

test('opens no tab once it was stopped', async () => {
  const known = Promise.withResolvers<undefined>();
  const opened: string[] = [];
  const runner = createBrowserRunner({
    getTab: async () => undefined,
    createTab: async (address) => opened.push(address),
    loadTab: async () => {},
    waitLoaded: async () => true,
    canReach: async () => true,
    ...{ barred: async () => undefined, closeTab: async () => {} },
    opened: { get: () => known.promise, put: async () => {} },
  });
  const stop = new AbortController();
  const running = runner.run(context, { site: 'https://news.example', signal: stop.signal });
  stop.abort(new Error('stopped'));
  await expect(running).rejects.toThrow('stopped');
  known.resolve(undefined);
  await new Promise((done) => setImmediate(done));
  expect(opened).toEqual([]);
});
