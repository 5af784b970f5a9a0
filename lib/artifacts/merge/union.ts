import {
  type CellValue,
  type TableColumn,
  type TableContent,
  type TableRow,
  tableContent,
} from '#lib/core/artifact.ts';
import { onOneLine } from '../plain-markdown.ts';
import { cellOf, cellText } from '../table-text.ts';
import { type Merge, type Part, partName, refused } from './part.ts';
import { createUniting, type Uniting } from './uniting.ts';

type TablePart = { part: Part; table: TableContent; nth: number };
type UnionPlan = { title: string; key: readonly string[]; notes?: readonly string[] };

/**
 * Makes one table of several: rows whose key columns say the same become one row. Cells that do not agree keep every value side
 * by side, each with the parts that say so. Rows, values and citations are the same whatever the order of the parts; only their
 * order follows it. A key that names two rows of one part refuses the whole: what belongs together could not be told.
 */
export function unionTables(parts: readonly Part[], { title, key, notes = [] }: UnionPlan): Merge {
  const tables: TablePart[] = [];
  for (const [index, part] of parts.entries()) {
    const table = tableContent.safeParse(part.content).data;
    if (!table) return refused(`Only tables have keys, and ${partName(parts, part)} is none. Leave it out, or append.`);
    tables.push({ part, table, nth: index + 1 });
  }
  const fault = tables.flatMap((one) => faultOf(one, key, parts) ?? [])[0];
  if (fault) return refused(fault);

  const uniting = createUniting();
  const rows = new Map<string, TableRow>();
  const columns = unitedColumns(tables);
  for (const { part, table, nth } of tables)
    for (const [index, row] of table.rows.entries()) {
      const id = keyOf(row, key, table) ?? `${nth} ${index}`;
      rows.set(id, joined(rows.get(id), moved(row, { part, nth, uniting, columns }), columns));
    }
  for (const citation of parts.flatMap((part) => part.citations)) uniting.number(citation);
  const all = [...rows.values()].map(settled);
  const content: TableContent = {
    columns: [...columns.values()],
    rows: all,
    notes: [...tables.flatMap(({ part, table }) => table.notes.map((note) => `${part.title}: ${note}`)), ...notes].map(
      onOneLine,
    ),
    parts: parts.map((part) => part.title),
  };
  const conflicts = all.flatMap((row) => Object.values(row.cells)).filter((values) => values.length > 1).length;
  const merged = { title: onOneLine(title), content, citations: uniting.citations() };
  return { kind: 'ok', artifact: 'table', ...merged, unsupported: 0, conflicts };
}

function faultOf({ part, table }: TablePart, key: readonly string[], parts: readonly Part[]): string | undefined {
  const missing = key.find((id) => !table.columns.some((one) => one.id === id));
  const ids = table.columns.map((one) => one.id).join(', ');
  if (missing !== undefined) return `There is no column "${missing}" in ${partName(parts, part)}. Its columns: ${ids}.`;
  const seen = new Set<string>();
  for (const row of table.rows) {
    const id = keyOf(row, key, table);
    if (id !== undefined && seen.has(id))
      return `In ${partName(parts, part)}, two rows have the key ${key.map((one) => `"${cellText(cellOf(row, one), table)}"`).join(', ')}. Name more columns in key, so that it tells rows apart: ${ids}.`;
    if (id !== undefined) seen.add(id);
  }
  return undefined;
}

/** What stands in the key columns; `undefined` where one of them is empty: such a row is like no other. */
function keyOf(row: TableRow, key: readonly string[], table: TableContent): string | undefined {
  const values = key.map((id) => onOneLine(cellText(cellOf(row, id), table)).normalize('NFC'));
  return values.includes('') ? undefined : JSON.stringify(values);
}

/** Every column once. Where the parts say different things of its type, it holds text. */
function unitedColumns(tables: readonly TablePart[]): Map<string, TableColumn> {
  const columns = new Map<string, TableColumn>();
  for (const column of tables.flatMap(({ table }) => table.columns)) {
    const known = columns.get(column.id) ?? column;
    columns.set(column.id, { ...known, type: known.type === column.type ? known.type : 'text' });
  }
  return columns;
}

type Moving = { part: Part; nth: number; uniting: Uniting; columns: ReadonlyMap<string, TableColumn> };

/** A row as it goes into the merge: its own citations go down to its values, so that each keeps what it rests on. */
function moved(row: TableRow, { part, nth, uniting, columns }: Moving): TableRow {
  const anew = (ids: readonly string[]) => ids.flatMap((id) => uniting.numberIn(part, id) ?? []);
  const cells = Object.keys(row.cells).map((id): [string, CellValue[]] => {
    const values = cellOf(row, id).map(({ value, cites }) => ({
      value: columns.get(id)?.type === 'text' ? String(value) : value,
      cites: [...new Set(anew([...cites, ...row.cites]))],
      from: [nth],
    }));
    return [id, values];
  });
  return { cells: Object.fromEntries(cells), cites: cells.length > 0 ? [] : anew(row.cites) };
}

function joined(before: TableRow | undefined, row: TableRow, columns: ReadonlyMap<string, TableColumn>): TableRow {
  if (!before) return row;
  const cells = [...columns.keys()].flatMap((id): [string, CellValue[]][] => {
    const values = [...cellOf(before, id)];
    for (const one of cellOf(row, id)) {
      const at = values.findIndex(({ value }) => sameness(value) === sameness(one.value));
      const same = values[at];
      if (same)
        values[at] = { ...same, cites: union(same.cites, one.cites), from: union(same.from ?? [], one.from ?? []) };
      else values.push(one);
    }
    return values.length > 0 ? [[id, values]] : [];
  });
  return { cells: Object.fromEntries(cells), cites: [] };
}

const sameness = (value: string | number): string => onOneLine(String(value)).normalize('NFC');
const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

/** Who said so is kept only where they do not agree. */
function settled(row: TableRow): TableRow {
  const cells = Object.entries(row.cells).map(([id, values]): [string, CellValue[]] =>
    values.length > 1 ? [id, values] : [id, values.map(({ from: _, ...rest }) => rest)],
  );
  return { ...row, cells: Object.fromEntries(cells) };
}
