import type { Page } from 'playwright-core';

/** Everything that Annex has stored, but for these tables, as one text. */
export function storedTexts(page: Page, but: readonly string[]): Promise<string> {
  return page.evaluate(async (but) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('annex');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const names = [...database.objectStoreNames].filter((name) => !but.includes(name));
    const reading = database.transaction(names);
    const rows = await Promise.all(
      names.map(
        (name) =>
          new Promise<unknown>((done, fail) => {
            const all = reading.objectStore(name).getAll();
            all.onsuccess = () => done(all.result);
            all.onerror = () => fail(all.error);
          }),
      ),
    );
    database.close();
    const session = await chrome.storage.session.get();
    const local = await chrome.storage.local.get();
    return JSON.stringify([rows, session, local]);
  }, but);
}
