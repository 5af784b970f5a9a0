import { beforeEach, expect, test, vi } from 'vitest';
import { AGENT, siteLabel } from '#lib/core/label.ts';
import type { NewRun } from '#lib/core/ports.ts';
import type { Store } from '#lib/store/index.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { continueRun, forkRun, retryRun } from './lineage.ts';

const NEWS = 'https://news.example';
const ELSEWHERE = 'https://elsewhere.example';
const tab = (url: string) => ({ kind: 'tab' as const, tab: 1, url: `${url}/1`, title: 'One' });
const label = siteLabel(NEWS);

/** The browser, in which the page of the newspaper is open in the tab that it was handed over from. */
beforeEach(() => {
  const there = { id: 1, url: `${NEWS}/1`, title: 'One' };
  vi.stubGlobal('chrome', { tabs: { get: async () => there, query: async () => [there] } });
});

async function ended(store: Store, more: Partial<NewRun> = {}) {
  const run = newRun({ task: 'Compare', title: 'A title', inputs: [tab(NEWS)], ...more });
  await store.journal.create(run);
  await store.journal.append(run.id, [{ kind: 'run-ended', state: 'failed', reason: 'Broke.' }]);
  return run;
}
const grantsOf = async (store: Store, run: string) =>
  (await store.grants.all())
    .filter((one) => one.run === run)
    .map(({ agent, capability, site, mode }) => [agent, capability, site, mode]);
const orderOf = async (store: Store, run: string) => (await store.journal.events(run))[0]?.happening;

test('retries with the same order, and lets it read what was handed over', async () => {
  const { store } = freshStore();
  await ended(store, { budget: { usd: 3 } });
  const before = await store.database.runs.get('run-1');
  const run = await retryRun('run-1', store);
  expect(await orderOf(store, run)).toMatchObject({
    ...{ task: 'Compare', title: 'A title', inputs: [tab(NEWS)], engine: 'basic', attended: true, retryOf: 'run-1' },
    budget: { usd: 3 },
  });
  expect(await store.database.runs.get(run)).toMatchObject({ status: 'queued', root: run, retryOf: 'run-1' });
  expect(await grantsOf(store, run)).toEqual([['researcher', 'read', NEWS, 'run']]);
  expect(await store.database.runs.get('run-1')).toEqual(before);
});

test('retries a run of a schedule as one that the person started', async () => {
  const { store } = freshStore();
  await ended(store, { attended: false, class: 'background', schedule: { id: 's', time: 7 }, taskLabel: label });
  const run = await retryRun('run-1', store);
  const order = await orderOf(store, run);
  expect(await grantsOf(store, run)).toEqual([['researcher', 'read', NEWS, 'run']]);
  expect(order).toMatchObject({ attended: true });
  expect(order).not.toHaveProperty('schedule');
  expect(order).not.toHaveProperty('class');
});

test('retries a child as a root whose task stays its parent’s words, with leave to read only what the person handed over', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun({ id: 'root', inputs: [tab(NEWS)] }));
  await ended(store, { parent: 'root', parentCall: '1', taskLabel: label, inputs: [tab(NEWS), tab(ELSEWHERE)] });
  const run = await retryRun('run-1', store);
  const order = await orderOf(store, run);
  expect(order).toMatchObject({ root: run, depth: 0, taskLabel: label });
  expect(order).not.toHaveProperty('parent');
  expect(await grantsOf(store, run)).toEqual([['researcher', 'read', NEWS, 'run']]);
  await store.journal.append(run, [{ kind: 'run-ended', state: 'failed', reason: 'Again.' }]);
  const again = await retryRun(run, store);
  expect(await orderOf(store, again)).toMatchObject({ taskLabel: label, retryOf: run });
  expect(await grantsOf(store, again)).toEqual([['researcher', 'read', NEWS, 'run']]);
});

test('retries a run whose journal broke after its beginning', async () => {
  const { store } = freshStore();
  await ended(store);
  await store.database.journal.put({ run: 'run-1', seq: 1, at: 0, happening: { kind: 'nonsense' } } as never);
  expect(await orderOf(store, await retryRun('run-1', store))).toMatchObject({ task: 'Compare' });
});

test('takes up only what has ended, and says so', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  await expect(retryRun('run-1', store)).rejects.toThrow('has not ended yet');
  await expect(continueRun('run-1', 'Shorter', store)).rejects.toThrow('has not ended yet');
  await expect(retryRun('nobody', store)).rejects.toThrow('not there any more');
});

const content = (text: string) => ({
  ...{ title: 'Brief', content: { markdown: text }, hash: text, citations: [], label },
  provenance: { by: 'agent' as const, calls: [], approvals: [], inputs: [] },
});

test('continues with a new instruction, the old inputs and the newest of what was made', async () => {
  const { store } = freshStore();
  await ended(store);
  const { artifact } = await store.artifacts.save(content('a'), 'report', 'run-1/1');
  await store.artifacts.save(content('b'), 'report', 'hand', artifact);
  await store.artifacts.save(content('other'), 'report', 'run-12/1');
  const run = await continueRun('run-1', 'Make it shorter', store);
  expect(await orderOf(store, run)).toMatchObject({
    ...{ agent: 'researcher@1.0.0', task: 'Make it shorter', title: 'Make it shorter', continues: 'run-1' },
    inputs: [tab(NEWS), { kind: 'artifact', artifact, version: 2, title: 'Brief', label }],
  });
  await store.journal.append(run, [{ kind: 'run-ended', state: 'succeeded', reason: 'Done.' }]);
  await store.artifacts.save(content('c'), 'report', `${run}/1`, artifact);
  const inputs = { inputs: [tab(NEWS), { kind: 'artifact', artifact, version: 3, title: 'Brief', label }] };
  expect(await orderOf(store, await continueRun(run, 'And again', store))).toMatchObject(inputs);
});

test('continues a child in the person’s words, without the pages that its parent chose', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun({ id: 'root' }));
  await ended(store, { parent: 'root', taskLabel: label, inputs: [tab(ELSEWHERE)] });
  const order = await orderOf(store, await continueRun('run-1', 'Go on', store));
  expect(order).toMatchObject({ task: 'Go on', inputs: [] });
  expect(order).not.toHaveProperty('taskLabel');
});

test('forks a child as a root whose task stays its parent’s words', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun({ id: 'root', inputs: [tab(NEWS)] }));
  await ended(store, { parent: 'root', inputs: [tab(NEWS), tab(ELSEWHERE)] });
  const run = await forkRun('run-1', 0, store);
  expect(await store.journal.fold(run)).toMatchObject({
    root: run,
    taskLabel: AGENT,
    forkOf: { run: 'run-1', seq: 0 },
  });
  expect(await grantsOf(store, run)).toEqual([['researcher', 'read', NEWS, 'run']]);
});

test('hands a page that is open no more over as a link', async () => {
  const { store } = freshStore();
  await ended(store);
  vi.stubGlobal('chrome', {
    tabs: { get: () => Promise.reject(new Error('No tab with id: 1.')), query: async () => [] },
  });
  const link = { kind: 'link', url: `${NEWS}/1`, text: 'One', from: `${NEWS}/1` };
  expect(await orderOf(store, await retryRun('run-1', store))).toMatchObject({ inputs: [link] });
});
