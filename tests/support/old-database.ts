import { readFileSync } from 'node:fs';

type Store = {
  keyPath: string | string[];
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
};
/** A database as an older Annex left it: written once by the code of that time, and never changed since. */
export type Dump = {
  schema: number;
  /** The browser's own number of it. */
  version: number;
  stores: Record<string, Store>;
  rows: Record<string, Record<string, unknown>[]>;
};

export function readDump(schema: number): Dump {
  const file = new URL(`../fixtures/schemas/version-${schema}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Puts a dump where it came from, past Annex's own code; with `anew` in place of what is there. Stands alone, so that a page can be
 * given it too.
 */
export async function writeDump({ dump, name, anew }: { dump: Dump; name: string; anew?: boolean }): Promise<void> {
  // Not waited for: what is asked next of the same database comes right after it, before a worker that wakes meanwhile.
  if (anew) indexedDB.deleteDatabase(name);
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open(name, dump.version);
    opening.onupgradeneeded = () => {
      for (const [table, { keyPath, autoIncrement, indexes }] of Object.entries(dump.stores)) {
        const store = opening.result.createObjectStore(table, { keyPath, autoIncrement });
        for (const one of indexes)
          store.createIndex(one.name, one.keyPath, { unique: one.unique, multiEntry: one.multiEntry });
      }
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const writing = database.transaction(Object.keys(dump.stores), 'readwrite');
  for (const [table, rows] of Object.entries(dump.rows)) for (const row of rows) writing.objectStore(table).put(row);
  await new Promise((done) => {
    writing.oncomplete = done;
  });
  database.close();
}
