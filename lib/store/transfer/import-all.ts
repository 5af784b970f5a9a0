import * as z from 'zod/mini';
import { json } from '#lib/core/json.ts';
import type { Imported } from '#lib/core/person.ts';
import type { Database } from '../database.ts';
import { SPEND_TOTALS } from '../spend.ts';
import { linesOf } from './lines.ts';
import { createRowImport } from './rows.ts';
import { createRunImport } from './runs.ts';
import { isTransferred, LEFT_OUT, TRANSFERRED, type Transferred } from './tables.ts';

const line = z.object({ table: z.string(), row: json });
type Plain = Exclude<Transferred, 'journal' | 'runs'>;
type Line = { at: number; row: unknown };

/** Rows written in one transaction. */
const PAGE = 500;
/** Reasons told one by one; of the rest the number. */
const MOST_REASONS = 50;

export type ImportOptions = {
  /** The file is the person's own: permissions and settings are taken over as they stand. Otherwise nothing in it allows anything. */
  trusted: boolean;
  now: number;
};

/**
 * Reads an export back. What is there already stays as it is; a line that cannot be used is refused with the reason. Runs come in
 * paused and schedules off, so nothing is done because of an import.
 */
export async function importAll(database: Database, file: Blob, options: ImportOptions): Promise<Imported> {
  const sum = { added: 0, kept: 0 };
  const refused: string[] = [];
  const count = (result: Result, at: number, rows = 1) => {
    if (result.kind === 'refused') refused.push(`Line ${at}: ${result.why}`);
    else sum[result.kind] += rows;
  };
  const runs = createRunImport(database, count);
  const addRows = createRowImport(database, { ...options, isNew: runs.isNew });
  let page: { table: Plain; lines: Line[] } | undefined;
  const flush = async () => {
    const { table, lines } = page ?? { table: 'audit' as const, lines: [] };
    page = undefined;
    const results = await addRows(
      table,
      lines.map((one) => one.row),
    );
    for (const [index, result] of results.entries()) count(result, lines[index]?.at ?? 0);
  };
  for await (const { at, text } of linesOf(file)) {
    const read = readLine(text);
    if (read.kind === 'refused') {
      count(read, at);
      continue;
    }
    const { table, row } = read;
    if (page && (page.table !== table || page.lines.length >= PAGE)) await flush();
    if (table === 'journal' || table === 'runs') {
      await runs.take(table, { at, row });
      continue;
    }
    if (!page) await runs.end();
    page ??= { table, lines: [] };
    page.lines.push({ at, row });
  }
  await flush();
  await runs.end();
  // There are other rows of the day now.
  await database.settings.delete(SPEND_TOTALS);
  await database.audit.add({ at: options.now, what: 'imported', detail: { ...sum, refused: refused.length } });
  const more = refused.length - MOST_REASONS;
  return { ...sum, refused: more > 0 ? [...refused.slice(0, MOST_REASONS), `… and ${more} more.`] : refused };
}

/** What became of a row. */
export type Result = { kind: 'added' } | { kind: 'kept' } | { kind: 'refused'; why: string };

type Read = { kind: 'row'; table: Transferred; row: unknown } | Extract<Result, { kind: 'refused' }>;

function readLine(text: string): Read {
  const parsed = line.safeParse(parseJson(text));
  if (!parsed.success) return { kind: 'refused', why: 'It is not a line of an export of Annex.' };
  const { table, row } = parsed.data;
  if (LEFT_OUT.has(table)) return { kind: 'refused', why: `Rows of "${table}" are not taken from a file.` };
  if (!isTransferred(table)) return { kind: 'refused', why: `There is no table "${table.slice(0, 40)}" here.` };
  const checked = TRANSFERRED[table].safeParse(row);
  if (checked.success) return { kind: 'row', table, row };
  const why = checked.error.issues.map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`).join('; ');
  return { kind: 'refused', why: `The row of "${table}" cannot be read (${why.slice(0, 200)}).` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
