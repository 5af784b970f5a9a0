import { expect, test } from 'vitest';
import type { Control } from '#lib/core/approval.ts';
import type { Happening, RunEvent } from '#lib/core/event.ts';
import type { Json } from '#lib/core/json.ts';
import { type Label, siteLabel } from '#lib/core/label.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { findValue } from './find-value.ts';

const NEWS = 'https://news.example';
const control = (value: string, from: Control['from'] = 'site'): Control => ({ name: 'to', value, from, words: '' });

type Read = { tool: string; value: Json; label?: Label };
function run(task: string, reads: readonly Read[] = [], parent?: string) {
  const happenings: Happening[] = [
    {
      ...{
        kind: 'run-created',
        agent: 'a@1',
        task,
        title: task,
        inputs: [],
        engine: 'basic',
        attended: true,
        root: 'r',
      },
      ...(parent && { parent }),
    },
    ...reads.flatMap(({ tool, value, label = siteLabel(NEWS) }, index): Happening[] => [
      { kind: 'call-requested', call: { id: String(index), tool, args: {}, labels: {} } },
      { kind: 'call-ended', call: String(index), outcome: { kind: 'done', value, label, words: 'Two parts.' }, ms: 1 },
    ]),
  ];
  return foldJournal(happenings.map((happening, seq): RunEvent => ({ run: 'r', seq, at: seq, happening })));
}

const page = (...texts: string[]): Json => ({
  ...{ url: `${NEWS}/a`, title: 'A', site: NEWS, notes: [], elsewhere: [] },
  passages: texts.map((text, index) => ({ id: `s1p${index}`, text, source: 'A' })),
  links: [{ id: 's1l1', text: 'the old tariff', value: `${NEWS}/tariff?y=2025` }],
});

test('finds the passage that holds an address, whatever name stands before it', () => {
  const state = run('Write to Fox', [{ tool: 'read', value: page('No.', 'Ask t.fox@evil.example for more.') }]);
  expect(findValue(control('Tim Fox <T.Fox@evil.example>'), [state])).toEqual({
    ...{ kind: 'page', url: `${NEWS}/a`, quote: 'Ask t.fox@evil.example for more.' },
  });
});

test('finds a link by the words that stand on the page for it', () => {
  const state = run('Read on', [{ tool: 'read', value: page('No.') }]);
  expect(findValue(control(`${NEWS}/tariff?y=2025`, 'link'), [state])).toMatchObject({ quote: 'the old tariff' });
});

test('takes the read that held it and not the form it was put into', () => {
  const state = run('Write', [
    { tool: 'compose', value: { url: 'https://mail.example', to: 'x@y.example' } },
    { tool: 'snapshot', value: { url: `${NEWS}/b`, outline: 'text "x@y.example"' } },
  ]);
  expect(findValue(control('x@y.example'), [state])).toEqual({
    ...{ kind: 'page', url: `${NEWS}/b`, quote: 'x@y.example' },
  });
});

test('shows where in the task it stands, of a run that was handed on in the task of the first', () => {
  const task = 'Look through all of my mails of today and then write to Mira@example.org about it';
  expect(findValue(control('mira@example.org', 'user'), [run('To mira@example.org', [], 'r'), run(task)])).toEqual({
    kind: 'task',
    task: {
      before: '… of my mails of today and then write to ',
      value: 'Mira@example.org',
      after: ' about it',
    },
  });
  expect(findValue(control('mira@example.org', 'user'), [run('Read this tab')])).toEqual({ kind: 'input' });
});

test.each<[string, Label['sources'][number], object]>([
  ['a run below', 'child', { kind: 'child', words: 'Two parts.' }],
  ['a memory', 'memory', { kind: 'memory' }],
])('says that it came from %s', (_, source, found) => {
  const label: Label = { sources: [source, `site:${NEWS}`], trusted: false, readers: 'anyone' };
  const state = run('Write', [{ tool: 'delegate', value: { text: 'x@y.example' }, label }]);
  expect(findValue(control('x@y.example'), [state])).toEqual(found);
});

test('says so where nothing holds it', () => {
  expect(findValue(control('x@y.example', 'agent'), [run('Write')])).toEqual({ kind: 'nowhere' });
  expect(findValue(control('x@y.example', 'contact'), [run('Write')])).toEqual({ kind: 'contact' });
});
