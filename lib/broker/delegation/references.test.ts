import { expect, test } from 'vitest';
import type { Outcome } from '#lib/core/call.ts';
import type { HandedRef } from '#lib/core/delegation.ts';
import type { Happening } from '#lib/core/event.ts';
import type { Input } from '#lib/core/input.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { AGENT, siteLabel } from '#lib/core/label.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { writtenIn } from '../written.ts';
import { handOn } from './references.ts';

const NEWS = 'https://news.example';
const handed: Input[] = [
  { kind: 'tab', tab: 1, url: `${NEWS}/1`, title: 'One' },
  { kind: 'selection', tab: 2, url: `${NEWS}/2`, title: 'Two', text: 'Quote' },
  { kind: 'link', url: `${NEWS}/3`, text: 'Three', from: '' },
  { kind: 'artifact', artifact: 'art-1', version: 2, title: 'Brief' },
];
const done = (value: JsonObject): Outcome => ({ kind: 'done', value, label: siteLabel(NEWS), words: '' });
const links = [{ id: 'l1', text: 'More', value: `${NEWS}/more?a=1` }];
const past: [string, JsonObject, Outcome][] = [
  ['open_tab', { url: `${NEWS}/9` }, done({ tab: 9, url: `${NEWS}/9`, title: 'Nine' })],
  [
    'read',
    { tab: 9 },
    done({ url: `${NEWS}/9#top`, title: 'Nine, read', site: NEWS, passages: [], links, elsewhere: [], notes: [] }),
  ],
  ['save_report', {}, done({ artifact: 'art-2', version: 1, kind: 'report', title: 'Made' })],
  [
    'delegate',
    {},
    done({ run: 'r9', artifacts: [{ artifact: 'art-3', version: 4, kind: 'report', title: 'Brought' }] }),
  ],
  ['open_tab', { url: `${NEWS}/8` }, { kind: 'failed', message: 'It was closed.' }],
];

function runOf(more: Partial<Extract<Happening, { kind: 'run-created' }>> = {}, calls = past) {
  const created: Happening = {
    ...{ kind: 'run-created', agent: 'scout@1.0.0', task: `Read ${NEWS}/asked`, title: '', inputs: handed },
    ...{ engine: 'basic', attended: true, root: 'r1', ...more },
  };
  const happenings = calls.flatMap(([tool, args, outcome], nth): Happening[] => [
    { kind: 'call-requested', call: { id: `${nth}`, tool, args, labels: { '*': AGENT } } },
    { kind: 'call-ended', call: `${nth}`, outcome, ms: 1 },
  ]);
  return foldJournal([created, ...happenings].map((happening, seq) => ({ run: 'r1', seq, at: seq, happening })));
}

test.each<[string, HandedRef, Input]>([
  ['a tab that it was handed', { kind: 'tab', tab: 1 }, { kind: 'tab', tab: 1, url: `${NEWS}/1`, title: 'One' }],
  ['the tab of a selection', { kind: 'tab', tab: 2 }, { kind: 'tab', tab: 2, url: `${NEWS}/2`, title: 'Two' }],
  [
    'a tab that it opened, as it was read last',
    { kind: 'tab', tab: 9 },
    { kind: 'tab', tab: 9, url: `${NEWS}/9#top`, title: 'Nine, read' },
  ],
  ['a selection', { kind: 'selection', index: 0 }, handed[1] as Input],
  ['a link that it was handed', { kind: 'link', url: `${NEWS}/3` }, handed[2] as Input],
  [
    'a link of a page that it read, with where it stands',
    { kind: 'link', url: `${NEWS}/more?a=1` },
    { kind: 'link', url: `${NEWS}/more?a=1`, text: 'More', from: `${NEWS}/9#top` },
  ],
  [
    'an address that the person wrote',
    { kind: 'link', url: `${NEWS}/asked` },
    { kind: 'link', url: `${NEWS}/asked`, text: '', from: '' },
  ],
  [
    'an artifact that it was handed',
    { kind: 'artifact', artifact: 'art-1' },
    { kind: 'artifact', artifact: 'art-1', version: 2, title: 'Brief' },
  ],
  [
    'an artifact that it made',
    { kind: 'artifact', artifact: 'art-2' },
    { kind: 'artifact', artifact: 'art-2', version: 1, title: 'Made' },
  ],
  [
    'one that came back to it, in a version',
    { kind: 'artifact', artifact: 'art-3', version: 3 },
    { kind: 'artifact', artifact: 'art-3', version: 3, title: 'Brought' },
  ],
])('hands on %s', (_, ref, input) => {
  expect(handOn([ref], runOf())).toEqual({ kind: 'fine', inputs: [input] });
});

test.each<[string, HandedRef, string]>([
  [
    'a tab that is not its own',
    { kind: 'tab', tab: 8 },
    "This run has no tab 8, so it can't hand it on. There are: 1, 2, 9.",
  ],
  ['a selection that is not there', { kind: 'selection', index: 1 }, 'no selection 1'],
  [
    'an address that nobody gave',
    { kind: 'link', url: `${NEWS}/more?a=2` },
    'no link that was handed over or that stands in a page',
  ],
  ['no address at all', { kind: 'link', url: 'javascript:alert(1)' }, 'no link that was handed over'],
  ['an artifact of another run', { kind: 'artifact', artifact: 'art-9' }, 'There are: art-1, art-2, art-3.'],
])('does not hand on %s', (_, ref, message) => {
  expect(handOn([{ kind: 'tab', tab: 1 }, ref], runOf())).toEqual({
    kind: 'unknown',
    message: expect.stringContaining(message),
  });
});

const child = () =>
  runOf({ parent: 'r0', root: 'r0', taskLabel: AGENT, task: `Look at ${NEWS}/made-up`, inputs: [] }, []);

test('the words of a parent hand nothing on, those of the person in the root do', () => {
  const written = (url: string) => handOn([{ kind: 'link', url }], child(), runOf()).kind;
  expect([written(`${NEWS}/made-up`), written(`${NEWS}/asked`)]).toEqual(['unknown', 'fine']);
});

test('in a child, only what stands in the root is the person’s, and a link that was handed on stood in a page', () => {
  const from = `${NEWS}/9`;
  const state = { ...child(), inputs: [{ kind: 'link' as const, url: `${NEWS}/more`, text: 'More', from }] };
  expect(writtenIn(state, runOf())).toMatchObject({
    texts: [`Read ${NEWS}/asked`],
    urls: expect.not.arrayContaining([`${NEWS}/more`]),
    links: [{ url: `${NEWS}/more`, page: { url: from } }],
  });
  expect(writtenIn(state)).toMatchObject({ texts: [], urls: [] });
});
