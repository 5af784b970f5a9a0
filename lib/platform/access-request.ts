import { patternOf } from '#lib/core/site.ts';

/**
 * Has Chrome offer, in the tab's toolbar, to let Annex into a site: for a run that goes on without a panel to ask in. Asks for
 * nothing by itself, and does nothing in a Chrome that does not know it (before 133).
 */
export async function offerAccess(tab: number, site: string): Promise<void> {
  if (!chrome.permissions.addHostAccessRequest) return;
  await chrome.permissions.addHostAccessRequest({ tabId: tab, pattern: patternOf(site) }).catch(() => undefined);
}

/** Told of the match patterns that Chrome has just granted or withdrawn; people do that in Chrome's own menu too. */
export function onAccessChange(heard: (change: 'added' | 'removed', patterns: readonly string[]) => void): void {
  chrome.permissions.onAdded.addListener(({ origins = [] }) => heard('added', origins));
  chrome.permissions.onRemoved.addListener(({ origins = [] }) => heard('removed', origins));
}
