import { patternOf, siteName } from '#lib/core/site.ts';

/** Chrome's own wall, as it stands now. A one-off `activeTab` grant is not told by `contains`, so the tab itself is tried. */
export async function canReach(site: string, tab?: number): Promise<boolean> {
  if (await chrome.permissions.contains({ origins: [patternOf(site)] })) return true;
  if (tab === undefined) return false;
  return chrome.scripting.executeScript({ target: { tabId: tab }, func: () => true }).then(
    () => true,
    () => false,
  );
}

/** Asks Chrome; must be called synchronously in a click. */
export function requestSites(sites: readonly string[]): Promise<boolean> {
  return chrome.permissions.request({ origins: sites.map(patternOf) });
}

/** Asks Chrome for titles and addresses of open tabs; must be called synchronously in a click. */
export function requestTabs(): Promise<boolean> {
  return chrome.permissions.request({ permissions: ['tabs'] });
}

/** Whether Chrome shows Annex the addresses of tabs it was not let into, now and each time that changes. */
export function watchSeesTabs(heard: (sees: boolean) => void): () => void {
  return watchPermissions(() => chrome.permissions.contains({ permissions: ['tabs'] }), heard);
}

/** Gives a site back. Rejects where Chrome goes on letting Annex in: by a wider pattern, or by what the manifest asks for. */
export async function removeSite(site: string): Promise<void> {
  const origins = [patternOf(site)];
  await chrome.permissions.remove({ origins }).catch(() => undefined);
  if (await chrome.permissions.contains({ origins }))
    throw new Error(
      `Chrome still lets Annex in to ${siteName(site)}. Take it back in Chrome's own menu of extensions.`,
    );
}

/** The match patterns that Chrome grants now, and each time they change; people withhold sites in Chrome's menu too. */
export function watchAccess(heard: (patterns: string[]) => void): () => void {
  return watchPermissions(async () => (await chrome.permissions.getAll()).origins ?? [], heard);
}

/** Looks now and after each change. An answer that a newer look has overtaken is not told, and none is after the end. */
function watchPermissions<T>(look: () => Promise<T>, heard: (found: T) => void): () => void {
  let newest = 0;
  const tell = () => {
    newest += 1;
    const mine = newest;
    look().then(
      (found) => {
        if (mine === newest) heard(found);
      },
      (error: unknown) => console.error('annex: permissions could not be read', error),
    );
  };
  chrome.permissions.onAdded.addListener(tell);
  chrome.permissions.onRemoved.addListener(tell);
  tell();
  return () => {
    newest = Number.NaN;
    chrome.permissions.onAdded.removeListener(tell);
    chrome.permissions.onRemoved.removeListener(tell);
  };
}
