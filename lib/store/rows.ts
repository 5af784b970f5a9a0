import type { Table } from 'dexie';
import type * as z from 'zod/mini';
import type { Database } from './database.ts';

/** Parses a stored row; one that cannot be read is moved to `setAside` and reported there, and `undefined` comes back. */
export function parseRow<T>(database: Database, table: Table, schema: z.ZodMiniType<T>, row: unknown): T | undefined {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`).join('; ');
  setAside(database, table, row, why);
  return undefined;
}

/** The readable rows of a list, in order. */
export function parseRows<T>(
  database: Database,
  table: Table,
  schema: z.ZodMiniType<T>,
  rows: readonly unknown[],
): T[] {
  return rows.flatMap((row) => {
    const parsed = parseRow(database, table, schema, row);
    return parsed === undefined ? [] : [parsed];
  });
}

/** The rows that have one of these values in an index: read at once, where a cursor would go from one to the next. */
export async function rowsIn<T>(table: Table<T>, index: string, values: readonly string[]): Promise<T[]> {
  const database = table.db;
  const found = await database.transaction('r', table, () =>
    Promise.all(values.map((value) => table.where(index).equals(value).toArray())),
  );
  return found.flat();
}

// In a turn of its own: readers are often live queries, which may not write, and what they call may not either.
function setAside(database: Database, table: Table, row: unknown, why: string): void {
  const key = keyOf(table, row);
  setTimeout(() =>
    database
      .transaction('rw', table, database.setAside, async () => {
        const there = await table.get(key);
        if (!there) return;
        await database.setAside.add({ table: table.name, key: JSON.stringify(key), why, at: Date.now(), row: there });
        await table.delete(key);
      })
      .catch(() => {
        // A read-only store cannot set a row aside; it stays unread.
      }),
  );
}

function keyOf(table: Table, row: unknown): never {
  const path = table.schema.primKey.keyPath;
  const at = (name: string) => (row as Record<string, unknown>)[name];
  return (Array.isArray(path) ? path.map(at) : at(String(path))) as never;
}
