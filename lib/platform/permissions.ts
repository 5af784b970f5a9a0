import { patternOf } from '#lib/core/site.ts';

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
  return watchPermissions(async () => heard(await chrome.permissions.contains({ permissions: ['tabs'] })));
}

export async function removeSite(site: string): Promise<void> {
  await chrome.permissions.remove({ origins: [patternOf(site)] }).catch(() => undefined);
}

/** The match patterns that Chrome grants now, and each time they change; people withhold sites in Chrome's menu too. */
export function watchAccess(heard: (patterns: string[]) => void): () => void {
  return watchPermissions(async () => heard((await chrome.permissions.getAll()).origins ?? []));
}

function watchPermissions(look: () => Promise<void>): () => void {
  const tell = () => {
    look().catch((error: unknown) => console.error('annex: permissions could not be read', error));
  };
  chrome.permissions.onAdded.addListener(tell);
  chrome.permissions.onRemoved.addListener(tell);
  tell();
  return () => {
    chrome.permissions.onAdded.removeListener(tell);
    chrome.permissions.onRemoved.removeListener(tell);
  };
}
