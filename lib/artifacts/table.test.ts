import { describe, expect, test } from 'vitest';
import { exportCsv } from './export-csv.ts';
import { exportMarkdown } from './export-markdown.ts';
import { artifactAsText, passagesOf } from './readable.ts';
import { composeTable, type Table, type TablePlan } from './table.ts';

const sources = new Map([
  ['s1p1', { url: 'https://news.example/1', title: 'One', text: 'The pump costs 980 a year.', readAt: 5 }],
  ['s2p1', { url: 'https://news.example/2', title: 'Two', text: 'It makes 40 dB of noise.', readAt: 5 }],
]);
const columns: TablePlan['columns'] = [
  { id: 'name', title: 'Name', type: 'text' },
  { id: 'cost', title: 'Cost | year', type: 'number' },
];
const plan = (rows: TablePlan['rows'], more: Partial<TablePlan> = {}): TablePlan => ({
  title: ' Pumps ',
  columns,
  rows,
  ...more,
});
const composed = (of: TablePlan) => {
  const table = composeTable(of, sources);
  if (table.kind === 'refused') throw new Error(table.message);
  return table;
};

describe('a table', () => {
  const table = composed(
    plan(
      [
        { cells: { name: 'A [3]', cost: '980' }, cites: ['s1p1'], cellCites: { cost: ['s1p1', 's2p1'] } },
        { cells: { name: '=B"', cost: -2 }, cites: [] },
      ],
      { notes: ['One page was cut.', ' '] },
    ),
  );

  test('numbers what its cells and rows rest on, and holds values of the type of their column', () => {
    expect(table).toMatchObject({ title: 'Pumps', unsupported: 1, content: { notes: ['One page was cut.'] } });
    expect(table.content.rows).toEqual([
      {
        cells: { name: [{ value: 'A [3]', cites: [] }], cost: [{ value: 980, cites: ['1', '2'] }] },
        cites: ['1'],
      },
      { cells: { name: [{ value: '=B"', cites: [] }], cost: [{ value: -2, cites: [] }] }, cites: [] },
    ]);
    expect(table.citations.map((one) => one.quote)).toEqual(['The pump costs 980 a year.', 'It makes 40 dB of noise.']);
  });

  const version = { ...table, citations: table.citations.map((one) => ({ ...one, hash: '' })) };

  test('reads as text, as passages and as markdown, and no text of a page passes for a marker', () => {
    expect(artifactAsText(version)).toContain('| A | 980 [1][2] [1] |');
    expect(passagesOf(version).slice(0, 3)).toEqual([
      { text: 'Name: A [3]; Cost | year: 980' },
      { text: 'Name: =B"; Cost | year: -2' },
      { text: 'One page was cut.' },
    ]);
    expect(exportMarkdown(version)).toContain('# Pumps\n\n| Name | Cost \\| year |\n| --- | --- |\n| A |');
    expect(exportMarkdown(version)).toContain('\n- One page was cut.\n\n## Sources\n\n1. [One]');
  });

  test('goes out as CSV in which no text is a formula', () => {
    expect(exportCsv(table.content)).toBe('Name,Cost | year\r\nA [3],980\r\n"\'=B""",-2\r\n');
  });
});

test.each<[string, TablePlan, string]>([
  ['a column twice', plan([], { columns: [...columns, ...columns] }), 'Two columns have the same id'],
  [
    'a cell without its column',
    plan([{ cells: { colour: 'red' }, cites: [] }]),
    'no such column. Columns: name, cost.',
  ],
  [
    'a number that is none',
    plan([{ cells: { cost: 'about 5' }, cites: [] }]),
    'Row 1, "cost": "about 5" is no number.',
  ],
  ['a passage that was never read', plan([{ cells: { name: 'A' }, cites: ['s9p9'] }]), 'never read: s9p9'],
  [
    'sources of an empty cell',
    plan([{ cells: { name: 'A' }, cites: [], cellCites: { cost: ['s1p1'] } }]),
    'nothing stands',
  ],
])('is refused for %s', (_, of, message) => {
  expect(composeTable(of, sources)).toEqual<Table>({ kind: 'refused', message: expect.stringContaining(message) });
});
