import fc, { type Arbitrary } from 'fast-check';
import type { Citation } from '#lib/core/artifact.ts';
import type { Json } from '#lib/core/json.ts';
import type { ReadPassage } from '../citing.ts';
import { composeReport } from '../report.ts';
import { composeTable, type TablePlan } from '../table.ts';
import type { Merge, Merged, Part } from './part.ts';

export const page = (nth: number) => ({ url: `https://news.example/${nth}`, title: `Page ${nth}`, readAt: nth });
export const sources: ReadonlyMap<string, ReadPassage> = new Map(
  [1, 2, 3, 4].flatMap((nth) =>
    [1, 2].map((one): [string, ReadPassage] => [
      `s${nth}p${one}`,
      { ...page(nth), text: `Passage ${one} of page ${nth} says so.` },
    ]),
  ),
);
const ids = fc.subarray([...sources.keys()], { maxLength: 3 });

let made = 0;
function partOf(of: { title: string; content: Json; citations: readonly Omit<Citation, 'hash'>[] }): Part {
  made += 1;
  const citations = of.citations.map((one) => ({ ...one, hash: `h${one.quote}` }));
  return { ...of, artifact: `art-${made}`, version: 1, citations };
}

export function reportOf(claims: { text: string; cites: string[] }[], title = 'A report', notes: string[] = []): Part {
  const report = composeReport({ title, sections: [{ heading: 'Findings', claims }], notes }, sources);
  if (report.kind === 'refused') throw new Error(report.message);
  return partOf({ title, content: { markdown: report.markdown }, citations: report.citations });
}

export function tableOf(plan: Omit<TablePlan, 'title'>, title = 'A table'): Part {
  const table = composeTable({ title, ...plan }, sources);
  if (table.kind === 'refused') throw new Error(table.message);
  return partOf({ title, content: table.content, citations: table.citations });
}

export const draftPart = (): Part =>
  partOf({ title: 'D', content: { to: [], subject: 'D', body: 'B' }, citations: [] });

export function merged(merge: Merge): Merged {
  if (merge.kind === 'refused') throw new Error(merge.message);
  return merge;
}

/** Any report that Annex writes: claims of any text, citing what there is. */
export const anyReport: Arbitrary<Part> = fc
  .record({
    title: fc.string({ maxLength: 20 }),
    claims: fc.array(fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 40 }), cites: ids }), { minLength: 1 }),
  })
  .map(({ title, claims }) => reportOf(claims, title));

const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b', ' a ', 'Ä'));
/** Any table of the columns `name` and `cost`, in which no name stands twice. */
export const anyTable: Arbitrary<Part> = fc
  .record({
    type: fc.constantFrom('text', 'number'),
    rows: fc.uniqueArray(
      fc.record({ name: fc.constantFrom('x', 'y', 'z', ''), cost: fc.option(value), cites: ids, cell: ids }),
      { maxLength: 4, selector: (row) => row.name || {} },
    ),
  })
  .map(({ type, rows }) =>
    tableOf({
      columns: [
        { id: 'name', title: 'Name', type: 'text' },
        { id: 'cost', title: 'Cost', type: type === 'number' ? 'number' : 'text' },
      ],
      rows: rows.map(({ name, cost, cites, cell }) => {
        const fits = cost !== null && (type === 'text' || typeof cost === 'number');
        return { cells: { name, ...(fits && { cost }) }, cites, ...(fits && { cellCites: { cost: cell } }) };
      }),
    }),
  );
