const KEY = 'storage-trouble';

/** Says, past a database that refuses, what is wrong with it; `undefined` when it is over. Kept while the browser runs. */
export async function tellStorage(trouble: string | undefined): Promise<void> {
  if (trouble === undefined) await chrome.storage.session.remove(KEY);
  else await chrome.storage.session.set({ [KEY]: trouble });
}

/** Calls the listener with what was said last, and with each change. */
export function watchStorageNotice(listener: (trouble: string | undefined) => void): void {
  const said = (value: unknown) => listener(typeof value === 'string' ? value : undefined);
  chrome.storage.session.onChanged.addListener((changes) => {
    const change = changes[KEY];
    if (change) said(change.newValue);
  });
  chrome.storage.session.get(KEY).then(
    (found) => said(found[KEY]),
    () => undefined,
  );
}
