import type { CellValue, TableContent, TableRow } from '#lib/core/artifact.ts';
import { plainLine } from './plain-markdown.ts';

/** The values of a cell; none where nothing stands. */
export function cellOf({ cells }: TableRow, column: string): readonly CellValue[] {
  return (Object.hasOwn(cells, column) && cells[column]) || [];
}

/** Titles of the parts that say so, where the parts of a merge do not agree; else none. */
export function saidBy({ from }: CellValue, { parts = [] }: TableContent): string[] {
  return (from ?? []).map((nth) => parts[nth - 1] ?? `part ${nth}`);
}

/** A cell as one text. Values that do not agree stand side by side, each with who said so. */
export function cellText(values: readonly CellValue[], table: TableContent): string {
  return values.map((one) => [String(one.value), ...saidByText(one, table)].join(' ')).join(' / ');
}

function saidByText(value: CellValue, table: TableContent): string[] {
  const parts = saidBy(value, table);
  return parts.length > 0 ? [`(${parts.join(', ')})`] : [];
}

/** A table as markdown, with the markers of its citations; notes below. */
export function tableAsMarkdown(table: TableContent): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = table.rows.map((row) => {
    const cells = table.columns.map(({ id }) => {
      const values = cellOf(row, id).map((one) => {
        const text = [String(one.value), ...saidByText(one, table)].join(' ');
        return [plainLine(text), markers(one.cites)].filter(Boolean).join(' ');
      });
      return values.join(' / ');
    });
    const last = cells.pop() ?? '';
    return line([...cells, [last, markers(row.cites)].filter(Boolean).join(' ')]);
  });
  const head = [line(table.columns.map((one) => plainLine(one.title))), line(table.columns.map(() => '---'))];
  const notes = table.notes.map((note) => `- ${plainLine(note)}`);
  return [[...head, ...rows].join('\n'), ...(notes.length > 0 ? [notes.join('\n')] : [])].join('\n\n');
}

const markers = (cites: readonly string[]): string => cites.map((id) => `[${id}]`).join('');

/** A row in words: each column that is filled, with what stands there. */
export function rowAsText(row: TableRow, table: TableContent): string {
  const filled = table.columns.filter(({ id }) => cellOf(row, id).length > 0);
  return filled.map(({ id, title }) => `${title}: ${cellText(cellOf(row, id), table)}`).join('; ');
}
