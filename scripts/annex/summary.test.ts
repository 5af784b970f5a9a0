import { expect, test } from 'vitest';
import type { RunOutput } from './output-schema.ts';
import { summary, textOf } from './summary.ts';

const citation = { id: '1', url: 'https://news.example/1', title: 'One', quote: 'It says so.', hash: 'h' };
const table = {
  columns: [{ id: 'name', title: 'Name', type: 'text' }],
  rows: [{ cells: { name: [{ value: 'Pump', cites: ['1'] }] }, cites: [] }],
  notes: [],
};

test.each([
  ['report', { markdown: 'A claim. [1]\n' }, 'A claim. [1]'],
  ['draft', { to: ['a@b.example'], subject: 'S', body: 'B' }, 'To: a@b.example\nSubject: S\n\nB'],
  ['table', table, '| Name |\n| --- |\n| Pump [1] |'],
] as const)('shows a %s with its sources', (kind, content, text) => {
  const shown = textOf({ kind, content, citations: [citation] } as Parameters<typeof textOf>[0]);
  expect(shown.startsWith(text)).toBe(true);
  expect(shown).toContain('[1] One, https://news.example/1\n    "It says so."');
});

test('says how each run ended that work was handed to', () => {
  const run = {
    id: 'r',
    agent: 'coordinator@1.0.0',
    state: 'succeeded',
    reason: 'Merged 2 parts',
    steps: 3,
    tokens: 0,
    usd: 0,
    unpriced: 0,
    ms: 1,
  };
  const child = { ...run, agent: 'researcher@1.0.0', state: 'failed', reason: 'There was nothing to read.' };
  const output = {
    run,
    children: [child],
    artifacts: [],
    approvals: [],
    grants: [],
    audit: [],
  } as unknown as RunOutput;
  expect(summary(output)).toContain('  by researcher@1.0.0: failed, There was nothing to read.');
});
