import type { TableContent } from '#lib/core/artifact.ts';
import { cellOf, cellText } from './table-text.ts';

/** A table as CSV (RFC 4180), without its citations. Text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function exportCsv(table: TableContent): string {
  const head = table.columns.map((one) => fieldOf(one.title));
  const rows = table.rows.map((row) =>
    table.columns.map(({ id }) => {
      const values = cellOf(row, id);
      const [only] = values;
      return values.length === 1 && typeof only?.value === 'number'
        ? String(only.value)
        : fieldOf(cellText(values, table));
    }),
  );
  return [head, ...rows].map((fields) => `${fields.join(',')}\r\n`).join('');
}

function fieldOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
