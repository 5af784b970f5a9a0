import type { Page } from 'playwright-core';

/** Writes rows past Annex's own code, as a fault of a disk or of an older version would leave them, or years of use. */
export function putRows(page: Page, rows: readonly [table: string, row: object][]): Promise<void> {
  return page.evaluate(async (rows) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('annex');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const writing = database.transaction([...new Set(rows.map(([table]) => table))], 'readwrite');
    for (const [table, row] of rows) writing.objectStore(table).put(row);
    await new Promise((done) => {
      writing.oncomplete = done;
    });
    database.close();
  }, rows);
}
