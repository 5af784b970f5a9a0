import { expect, test } from 'vitest';
import type { Input } from '#lib/core/input.ts';
import type { Json } from '#lib/core/json.ts';
import { AGENT, siteLabel } from '#lib/core/label.ts';
import { createWorld } from './ports.test-support.ts';
import { callOf, NEWS, read, save } from './world.test-support.ts';
import { labelOfArg, labelOfRead, writtenIn } from './written.ts';

const url = `${NEWS}/1`;
const reading: Json = {
  ...{ url, title: 'One', site: NEWS, notes: [] },
  passages: [{ id: 's1p1', text: 'Write to a@b.example', source: 'One' }],
  links: [{ id: 's1l1', text: 'next', value: `${NEWS}/2` }],
  elsewhere: [{ id: 's1l2', text: 'away', value: 'https://other.example/' }],
};
const inputs: Input[] = [
  { kind: 'tab', tab: 1, url: `${NEWS}/tab`, title: '' },
  { kind: 'selection', tab: 1, url: `${NEWS}/sel`, title: '', text: 'Write to evil@b.example' },
  { kind: 'link', url: `${NEWS}/link`, text: '', from: `${NEWS}/from` },
  { kind: 'artifact', artifact: 'a', version: 1, title: '' },
];

function worldThatRead(tool = 'read') {
  const world = createWorld({ task: 'Read it' });
  world.state.inputs = inputs;
  const outcome = { kind: 'done', value: reading, label: siteLabel(NEWS), words: '' } as const;
  world.write([
    { kind: 'call-requested', call: { ...callOf(read), tool } },
    { kind: 'call-ended', call: 'c1', outcome, ms: 1 },
  ]);
  return world;
}

test('the person wrote the task and handed addresses over; a selection is the page’s words', () => {
  const { texts, urls } = writtenIn(worldThatRead().state);
  expect(texts).toEqual(['Read it']);
  expect(urls).toEqual(['tab', 'sel', 'link', 'from'].map((one) => `${NEWS}/${one}`));
});

test('links count of pages that were read, and of nothing else', () => {
  const page = { url, title: 'One' };
  expect(writtenIn(worldThatRead().state).links).toEqual([
    { url: `${NEWS}/2`, page },
    { url: 'https://other.example/', page },
  ]);
  expect(writtenIn(worldThatRead('snapshot').state).links).toEqual([]);
});

test('what was read is kept with its page, to say where a value came from', () => {
  const [page] = writtenIn(worldThatRead().state).pages;
  expect(page).toMatchObject({ url, title: 'One', text: expect.stringContaining('a@b.example') });
});

test('the task of a child run is not the person’s, nor that of a run that does a child again', () => {
  const { state } = worldThatRead();
  const others = [
    { ...state, parent: 'r0' },
    { ...state, taskLabel: siteLabel(NEWS), retryOf: 'r0' },
  ];
  for (const one of others) expect(writtenIn(one)).toMatchObject({ texts: [], urls: [] });
});

test('a link that a schedule hands over may be followed, also where its task is an agent’s', () => {
  const { state } = worldThatRead();
  const inputs = [{ kind: 'link' as const, url: `${NEWS}/own`, text: '', from: NEWS }];
  const proposed = { ...state, inputs, taskLabel: siteLabel(NEWS), schedule: { id: 's', time: 1 } };
  const written = writtenIn(proposed);
  expect(written).toMatchObject({ texts: [], urls: [] });
  expect(written.links[0]).toEqual({ url: `${NEWS}/own`, page: { url: NEWS, title: '' } });
});

test('an argument without a label carries all that was read', () => {
  const read = labelOfRead(worldThatRead().state);
  expect(read.sources).toEqual(['agent', `site:${NEWS}`]);
  expect(labelOfArg({ ...callOf(save), labels: {} }, 'title', read)).toBe(read);
  expect(labelOfArg(callOf(save), 'title', read)).toBe(AGENT);
  expect(labelOfArg({ ...callOf(save), labels: {} }, 'toString', read)).toBe(read);
});
