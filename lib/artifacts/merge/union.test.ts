import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TableContent, tableContent } from '#lib/core/artifact.ts';
import type { Merged, Part } from './part.ts';
import { anyTable, merged, reportOf, tableOf } from './parts.test-support.ts';
import { unionTables } from './union.ts';

const name = { id: 'name', title: 'Name', type: 'text' as const };
const cost = { id: 'cost', title: 'Cost', type: 'number' as const };
const united = (parts: readonly Part[], key = ['name']) => unionTables(parts, { title: 'All', key });
const tableIn = ({ content }: Merged): TableContent => tableContent.parse(content);

describe('a union of tables', () => {
  const one = tableOf(
    { columns: [name, cost], rows: [{ cells: { name: 'Pump', cost: 980 }, cites: ['s1p1'] }] },
    'One',
  );
  const two = tableOf(
    {
      columns: [name, cost, { id: 'noise', title: 'Noise', type: 'text' }],
      rows: [
        { cells: { name: ' Pump', cost: 1180, noise: '40 dB' }, cites: ['s2p1'], cellCites: { noise: ['s3p1'] } },
        { cells: { name: 'Boiler', cost: 1034 }, cites: [] },
      ],
      notes: ['Prices of 2026.'],
    },
    'Two',
  );

  test('makes one row of what has the same key, and keeps what the parts do not agree on side by side', () => {
    const union = merged(united([one, two]));
    const { rows, parts, notes, columns } = tableIn(union);
    expect(rows).toEqual([
      {
        cells: {
          name: [{ value: 'Pump', cites: ['1', '2'] }],
          cost: [
            { value: 980, cites: ['1'], from: [1] },
            { value: 1180, cites: ['2'], from: [2] },
          ],
          noise: [{ value: '40 dB', cites: ['3', '2'] }],
        },
        cites: [],
      },
      { cells: { name: [{ value: 'Boiler', cites: [] }], cost: [{ value: 1034, cites: [] }] }, cites: [] },
    ]);
    expect({ parts, notes, columns: columns.map((one) => one.id), conflicts: union.conflicts }).toEqual({
      ...{ parts: ['One', 'Two'], notes: ['Two: Prices of 2026.'], columns: ['name', 'cost', 'noise'], conflicts: 1 },
    });
  });

  test('makes text of a column that is a number here and text there', () => {
    const words = tableOf({
      columns: [name, { ...cost, type: 'text' }],
      rows: [{ cells: { name: 'Pump', cost: '980' }, cites: [] }],
    });
    const { columns, rows } = tableIn(merged(united([one, words])));
    expect(columns[1]?.type).toBe('text');
    expect(rows[0]?.cells.cost).toEqual([{ value: '980', cites: ['1'] }]);
  });

  test('keeps a row without a key as a row of its own', () => {
    const bare = tableOf({ columns: [name, cost], rows: [{ cells: { cost: 1 }, cites: [] }] });
    expect(tableIn(merged(united([bare, bare]))).rows).toHaveLength(2);
  });

  test.each([
    ['a part that is no table', [one, reportOf([], 'R')], ['name'], 'part 2, "R" is none'],
    ['a column that a part does not have', [two, one], ['noise'], 'There is no column "noise" in part 2, "One"'],
    [
      'a key that does not tell two rows of one part apart',
      [
        tableOf({
          columns: [name, cost],
          rows: [1, 2].map((value) => ({ cells: { name: 'x', cost: value }, cites: [] })),
        }),
      ],
      ['name'],
      'two rows have the key "x". Name more columns',
    ],
  ])('is refused for %s', (_, parts, key, message) => {
    expect(united(parts, key)).toEqual({ kind: 'refused', message: expect.stringContaining(message) });
  });
});

/** Every value with where it stands, who said it and what it rests on, in no order. */
function saidIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    const { rows } = tableContent.parse(part.content);
    return rows.flatMap((row) => {
      const key = row.cells.name?.[0]?.value ?? '';
      return Object.entries(row.cells).flatMap(([id, values]) =>
        values.flatMap(({ value, cites }) =>
          quotesOf(part, [...cites, ...row.cites]).map((quote) => JSON.stringify([key, id, String(value), quote])),
        ),
      );
    });
  });
}
const quotesOf = ({ citations }: Pick<Part, 'citations'>, ids: readonly string[]): string[] => [
  '',
  ...ids.map((id) => citations.find((one) => one.id === id)?.quote ?? 'lost'),
];
const asPart = (union: Merged): Part => ({ ...union, artifact: 'm', version: 1 });
const anyTables = fc.array(anyTable, { minLength: 1, maxLength: 4 });

test('no row, no value and no citation of a value is ever lost, and none is made up', () => {
  fc.assert(
    fc.property(anyTables, (parts) => {
      const union = asPart(merged(united(parts)));
      expect(new Set(saidIn([union]))).toEqual(new Set(saidIn(parts)));
      const keyless = (of: readonly Part[]) =>
        of.flatMap((part) => tableContent.parse(part.content).rows).filter((row) => !row.cells.name);
      expect(keyless([union])).toHaveLength(keyless(parts).length);
      const quotes = (of: readonly Part[]) => new Set(of.flatMap((part) => part.citations.map((one) => one.quote)));
      expect(quotes([union])).toEqual(quotes(parts));
    }),
    { numRuns: 300 },
  );
});

test('a cell holds several values exactly where the parts do not agree, each with the parts that say so', () => {
  fc.assert(
    fc.property(anyTables, (parts) => {
      const union = merged(united(parts));
      const { rows } = tableIn(union);
      const several = rows.flatMap((row) => Object.entries(row.cells)).filter(([, values]) => values.length > 1);
      expect(several).toHaveLength(union.conflicts);
      for (const row of rows)
        for (const [id, values] of Object.entries(row.cells))
          for (const { value, from = [] } of values) {
            expect(from.length > 0).toBe(values.length > 1);
            for (const nth of from) {
              const said = tableContent
                .parse(parts[nth - 1]?.content)
                .rows.filter((one) => one.cells.name?.[0]?.value === row.cells.name?.[0]?.value);
              expect(said.map((one) => String(one.cells[id]?.[0]?.value))).toContain(String(value));
            }
          }
    }),
    { numRuns: 200 },
  );
});

test('is the same in every order of the parts, but for its own order', () => {
  fc.assert(
    fc.property(anyTables, (parts) => {
      const all = (of: readonly Part[]) => saidIn([asPart(merged(united(of)))]).toSorted();
      expect(all(parts.toReversed())).toEqual(all(parts));
    }),
    { numRuns: 200 },
  );
});
