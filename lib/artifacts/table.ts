import type { CellValue, Citation, ColumnType, TableColumn, TableContent, TableRow } from '#lib/core/artifact.ts';
import { siteOf } from '#lib/core/site.ts';
import { createCiting, type ReadPassage } from './citing.ts';
import { onOneLine } from './plain-markdown.ts';
import { unreadMessage } from './unread.ts';

type PlannedRow = {
  cells: Readonly<Record<string, string | number>>;
  /** Passages that the whole row rests on. */
  cites: readonly string[];
  /** Passages that one cell rests on, by column. */
  cellCites?: Readonly<Record<string, readonly string[]>>;
};
export type TablePlan = {
  title: string;
  columns: readonly TableColumn[];
  rows: readonly PlannedRow[];
  notes?: readonly string[];
};

export type Table =
  | {
      kind: 'ok';
      title: string;
      content: TableContent;
      citations: Omit<Citation, 'hash'>[];
      /** Rows that cite nothing. */
      unsupported: number;
    }
  | { kind: 'refused'; message: string };

const refused = (message: string): Table => ({ kind: 'refused', message });

/** Writes rows and what they rest on as a table. A cell without its column, a value that its column can't hold, or a passage that was never read refuses the whole. */
export function composeTable(plan: TablePlan, sources: ReadonlyMap<string, ReadPassage>): Table {
  const columns = new Map(plan.columns.map((one) => [one.id, one]));
  if (columns.size < plan.columns.length) return refused('Two columns have the same id. Give each an id of its own.');
  const unread = plan.rows.flatMap(citesOf).filter((id) => !sources.has(id));
  if (unread.length > 0) return refused(unreadMessage([...new Set(unread)], [...sources.keys()]));

  const citing = createCiting(sources);
  const cite = (ids: readonly string[], text: string) => [...new Set(ids.map((id) => citing.cite(id, text)))];
  const rows: TableRow[] = [];
  for (const [index, row] of plan.rows.entries()) {
    // A cell alone is seldom a sentence; with its row it finds the one that it stands in.
    const said = Object.values(row.cells).join(' ');
    const cells: Record<string, CellValue[]> = {};
    for (const [id, given] of Object.entries(row.cells)) {
      const column = columns.get(id);
      if (!column)
        return refused(`Row ${index + 1} has a cell "${id}", and there is no such column. ${known(columns)}`);
      const read = valueFor(column.type, given);
      if (read === undefined)
        return refused(`Row ${index + 1}, "${id}": ${JSON.stringify(given)} is ${EXPECTED[column.type]}`);
      if (read === '') continue;
      cells[id] = [{ value: read, cites: cite(ownCites(row, id), said) }];
    }
    const bare = Object.keys(row.cellCites ?? {}).find((id) => !Object.hasOwn(cells, id));
    if (bare !== undefined) return refused(`Row ${index + 1} cites passages for "${bare}", where nothing stands.`);
    rows.push({ cells, cites: cite(row.cites, said) });
  }
  const notes = (plan.notes ?? []).map(onOneLine).filter((note) => note !== '');
  const content = { columns: plan.columns.map(tidy), rows, notes };
  const unsupported = plan.rows.filter((row) => citesOf(row).length === 0).length;
  return { kind: 'ok', title: onOneLine(plan.title), content, citations: citing.citations(), unsupported };
}

const EXPECTED: Record<ColumnType, string> = {
  text: 'no text. Write it as text.',
  number: 'no number. Write digits only, or make it a column of text.',
  date: 'no date. Write it as 2026-11-22, or make it a column of text.',
  link: 'no web address. Write it in full, with https, or make it a column of text.',
};

/** A value as its column holds it; `undefined` where it can't. */
function valueFor(type: ColumnType, given: string | number): string | number | undefined {
  const text = onOneLine(String(given));
  if (text === '' || type === 'text') return text;
  if (type === 'number') return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/.test(text) ? text : undefined;
  return siteOf(text) ? text : undefined;
}

const ownCites = ({ cellCites }: PlannedRow, id: string): readonly string[] =>
  (cellCites && Object.hasOwn(cellCites, id) && cellCites[id]) || [];

const citesOf = ({ cites, cellCites }: PlannedRow): string[] => [...cites, ...Object.values(cellCites ?? {}).flat()];

const tidy = ({ id, title, type }: TableColumn): TableColumn => ({ id, title: onOneLine(title) || id, type });

const known = (columns: ReadonlyMap<string, TableColumn>): string => `Columns: ${[...columns.keys()].join(', ')}.`;
