import { Dexie, type Table } from 'dexie';
import { canonical } from '#lib/core/canonical.ts';
import { runEvent } from '#lib/core/event.ts';
import type { Json } from '#lib/core/json.ts';
import { rowOf } from '#lib/core/run-row.ts';
import { schedule } from '#lib/core/schedule.ts';
import type { Database } from '../database.ts';
import { journalAtRest, scheduleAtRest } from './at-rest.ts';
import { LEFT_OUT, OF_COPIES, OF_PROFILE, TRANSFERRED } from './tables.ts';

/** Rows read at once, and the text kept in memory before it goes to the browser's own store for blobs. */
const PAGE = 200;
const PART_LENGTH = 1_000_000;

/**
 * Everything stored as JSON Lines, `{row, table}` each, in one order of tables, rows and names; see `LEFT_OUT` for what is not.
 * What is under way is written at rest. Works on data that this version cannot use, too.
 */
export async function exportAll(database: Pick<Database, 'name'>): Promise<Blob> {
  // Without a schema of ours it opens as it stands.
  const stored = new Dexie(database.name);
  try {
    await stored.open();
    return await fileOf(stored);
  } finally {
    stored.close();
  }
}

async function fileOf(stored: Dexie): Promise<Blob> {
  const file = createFile();
  const known = Object.keys(TRANSFERRED);
  const there = stored.tables.map((table) => table.name).filter((name) => !LEFT_OUT.has(name));
  const others = there.filter((name) => !known.includes(name)).sort();
  for (const name of [...known.filter((one) => there.includes(one)), ...others]) {
    if (name === 'journal') await writeRuns(stored, file);
    else if (name !== 'runs') for await (const row of rowsOf(stored.table(name))) writeRow(file, name, row);
  }
  return file.blob();
}

function writeRow(file: File, table: string, row: Row): void {
  if (table === 'audit' && OF_COPIES.has(row.what)) return;
  if (table === 'settings' && OF_PROFILE.has(row.key)) return;
  const known = table === 'schedules' ? schedule.safeParse(row).data : undefined;
  file.write(table, known ? scheduleAtRest(known) : asTold(table, row));
}

/** What holds in one profile only: marks that are made from the row, places in a chain that others stand in as well, numbers. */
const OWN_FIELDS = new Map<string, readonly string[]>([
  ['approvals', ['open']],
  ['audit', ['seq', 'hash']],
  ['setAside', ['id']],
]);

function asTold(table: string, row: Row): Row {
  const own = OWN_FIELDS.get(table) ?? [];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !own.includes(name)));
}

type Row = Record<string, unknown>;

/** The rows of a table by their keys, read page by page. */
async function* rowsOf(table: Table): AsyncGenerator<Row> {
  let last: unknown;
  for (;;) {
    const from = last === undefined ? table.orderBy(':id') : table.where(':id').above(last);
    const rows: Row[] = await from.limit(PAGE).toArray();
    yield* rows;
    const end = rows.at(-1);
    if (!end) return;
    const path = table.schema.primKey.keyPath;
    last = Array.isArray(path) ? path.map((name) => end[name]) : end[String(path)];
  }
}

/** Each run with its journal before its row; then rows whose journal is gone. */
async function writeRuns(stored: Dexie, file: File): Promise<void> {
  const journal = stored.table<Row & { run: string }>('journal');
  const runs = stored.table<Row & { id: string }>('runs');
  const written = new Set<string>();
  for (let next = await journal.orderBy(':id').first(); next; ) {
    const { run } = next;
    const all = journal.where(':id').between([run, Dexie.minKey], [run, Dexie.maxKey]);
    const [events, row] = await stored.transaction('r', journal, runs, () =>
      Promise.all([all.toArray(), runs.get(run)]),
    );
    writeRun(file, events, row);
    written.add(run);
    next = await journal.where(':id').above([run, Dexie.maxKey]).first();
  }
  for await (const row of rowsOf(runs)) if (!written.has(String(row.id))) file.write('runs', withoutLease(row));
}

function writeRun(file: File, stored: readonly Row[], row: Row | undefined): void {
  const rested = restOf(stored);
  if (!rested) {
    for (const event of stored) file.write('journal', event);
    if (row) file.write('runs', withoutLease(row));
    return;
  }
  const { events, state } = rested;
  for (const [index, event] of events.entries()) file.write('journal', stored[index] ?? event);
  const kept = row?.compactedAt === undefined ? {} : { compactedAt: row.compactedAt };
  file.write('runs', { ...rowOf(state, events.at(-1)?.at ?? 0, undefined), ...kept });
}

/** `undefined` for a journal that cannot be read. */
function restOf(stored: readonly Row[]): ReturnType<typeof journalAtRest> | undefined {
  const events = stored.flatMap((row) => runEvent.safeParse(row).data ?? []);
  const whole = events.length === stored.length && events.every((event, index) => event.seq === index);
  return whole && events[0]?.happening.kind === 'run-created' ? journalAtRest(events) : undefined;
}

const withoutLease = ({ lease: _, ...row }: Row): Row => row;

type File = ReturnType<typeof createFile>;

function createFile() {
  const parts: Blob[] = [];
  let text = '';
  const flush = () => {
    parts.push(new Blob([text]));
    text = '';
  };
  return {
    write: (table: string, row: unknown) => {
      // As JSON has it: without what is undefined.
      const plain: Json = JSON.parse(JSON.stringify({ table, row }));
      text += `${canonical(plain)}\n`;
      if (text.length >= PART_LENGTH) flush();
    },
    blob: () => {
      flush();
      return new Blob(parts, { type: 'application/jsonl' });
    },
  };
}
