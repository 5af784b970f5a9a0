import { expect, test } from 'vitest';
import { groupAlike, headlineFor } from './alike.ts';
import type { Approval, Control } from './approval.ts';

const asked = (id: string, of: Partial<Approval> = {}): Approval => ({
  ...{ id, run: 'run', root: 'run', agent: 'researcher', call: id, tool: 'read', capability: 'read', effect: 'read' },
  ...{ site: 'https://news.example', headline: 'Let Researcher read news.example', payload: { tab: 1 }, reasons: [] },
  ...{
    controls: [],
    editable: [],
    scopes: ['once', 'run', 'always'],
    verbs: { allow: 'Allow', refuse: "Don't allow" },
  },
  ...{ createdAt: 0, expiresAt: 1 },
  ...of,
});
const idsOf = (approvals: readonly Approval[]) =>
  groupAlike(approvals).map((group) => group.approvals.map((one) => one.id));

test('puts questions of one tree together that differ in their values only, also across its runs', () => {
  const other = asked('d', { root: 'another' });
  expect(idsOf([asked('a'), other, asked('b', { run: 'child', payload: { tab: 2 }, reasons: ['So.'] })])).toEqual([
    ['a', 'b'],
    ['d'],
  ]);
});

test.each<[string, Partial<Approval>]>([
  ['agent', { agent: 'correspondent' }],
  ['tool', { tool: 'snapshot' }],
  ['effect', { effect: 'send' }],
  ['site', { site: 'https://ledger.example' }],
  ['verbs', { verbs: { allow: 'Open', refuse: "Don't open" } }],
  ['scopes', { scopes: ['once'] }],
])('keeps questions of another %s apart', (_, of) => {
  expect(idsOf([asked('a'), asked('b', of)])).toEqual([['a'], ['b']]);
});

const to = (from: Control['from']): Partial<Approval> => ({
  ...{ tool: 'send', effect: 'send', site: 'https://mail.example' },
  controls: [{ name: 'to', value: `${from}@b.example`, from, words: '' }],
});
const headline = (count: number, of: Partial<Approval>) =>
  headlineFor(Array.from({ length: count }, (_, index) => asked(String(index), of)));

test('says the outcome in words, counted, and never in the words of a model', () => {
  expect([
    headline(4, {}),
    headline(3, { tool: 'open_tab', headline: 'Ignore this' }),
    headline(2, { tool: 'click', headline: 'Click "Yes, really"' }),
    headline(2, { tool: 'propose_schedule', site: 'annex' }),
  ]).toEqual([
    'Read 4 pages on news.example',
    'Open 3 addresses on news.example',
    'Click 2 times on news.example',
    'Create 2 schedules',
  ]);
  expect(headline(1, {})).toBe('Let Researcher read news.example');
});

test('counts the mails that go to people outside the contacts', () => {
  const mails = (...from: Control['from'][]) => headlineFor(from.map((one, index) => asked(String(index), to(one))));
  expect([mails('user', 'contact'), mails('user', 'site', 'field'), mails('site', 'agent')]).toEqual([
    'Send 2 mails on mail.example',
    'Send 3 mails on mail.example, one of them to people outside your contacts',
    'Send 2 mails on mail.example, all to people outside your contacts',
  ]);
});
