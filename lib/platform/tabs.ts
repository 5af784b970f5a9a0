import type { TabInfo } from '#lib/core/person.ts';
import { siteOf } from '#lib/core/site.ts';

/** `pending`: the address is of a page that has not come yet. */
export type Tab = { id: number; url: string; title: string; discarded: boolean; pending: boolean };

/** The tab as it is now; undefined when it was closed. */
export async function getTab(id: number): Promise<Tab | undefined> {
  const tab = await chrome.tabs.get(id).catch(() => undefined);
  if (!tab || tab.id === undefined) return undefined;
  const url = tab.pendingUrl ?? tab.url ?? '';
  return {
    id: tab.id,
    url,
    title: tab.title || url,
    discarded: tab.discarded ?? false,
    pending: Boolean(tab.pendingUrl),
  };
}

export async function createTab(url: string): Promise<number> {
  const tab = await chrome.tabs.create({ url, active: false });
  if (tab.id === undefined) throw new Error('Chrome opened no tab.');
  return tab.id;
}

/** Brings a tab to the front, with its window. */
export async function showTab(id: number): Promise<void> {
  const tab = await chrome.tabs.update(id, { active: true });
  if (tab) await chrome.windows.update(tab.windowId, { focused: true });
}

/** The first open tab whose address fits. */
export async function findTab(fits: (url: string) => boolean): Promise<number | undefined> {
  return (await chrome.tabs.query({})).find((tab) => fits(tab.url ?? ''))?.id;
}

export async function loadTab(id: number, url: string): Promise<void> {
  await chrome.tabs.update(id, { url });
}

/** A tab that is closed already is closed. */
export async function closeTab(id: number): Promise<void> {
  await chrome.tabs.remove(id).catch(() => undefined);
}

/** Loads a sleeping tab again; false when it did not load. */
export async function reloadTab(id: number, signal: AbortSignal): Promise<boolean> {
  await chrome.tabs.reload(id);
  return waitLoaded(id, signal);
}

/** Waits until the tab has loaded; false when it was closed, or the signal came first. */
export function waitLoaded(id: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (loaded: boolean) => {
      chrome.tabs.onUpdated.removeListener(onUpdated);
      chrome.tabs.onRemoved.removeListener(onRemoved);
      signal.removeEventListener('abort', onAbort);
      resolve(loaded);
    };
    const onUpdated = (tab: number, change: { status?: string }) => {
      if (tab === id && change.status === 'complete') finish(true);
    };
    const onRemoved = (tab: number) => {
      if (tab === id) finish(false);
    };
    const onAbort = () => finish(false);
    chrome.tabs.onUpdated.addListener(onUpdated);
    chrome.tabs.onRemoved.addListener(onRemoved);
    signal.addEventListener('abort', onAbort);
    chrome.tabs.get(id).then(
      (tab) => tab.status === 'complete' && !tab.pendingUrl && finish(true),
      () => finish(false),
    );
  });
}

/** Open http(s) tabs of this window, the active one first, now and on each change. */
export function watchTabs(heard: (tabs: TabInfo[]) => void): () => void {
  const tell = () => {
    chrome.tabs.query({ currentWindow: true }).then(
      (tabs) => heard(tabs.flatMap(tabInfo).sort((a, b) => Number(b.active) - Number(a.active))),
      () => heard([]),
    );
  };
  const { onUpdated, onRemoved, onActivated, onCreated } = chrome.tabs;
  // A press of the toolbar button, and a permission, let Annex see tabs that it did not see before.
  const events = [onUpdated, onRemoved, onActivated, onCreated, chrome.action.onClicked, chrome.permissions.onAdded];
  for (const event of events) event.addListener(tell);
  tell();
  return () => {
    for (const event of events) event.removeListener(tell);
  };
}

function tabInfo(tab: chrome.tabs.Tab): TabInfo[] {
  if (tab.id === undefined || !tab.url || !siteOf(tab.url)) return [];
  return [
    {
      tab: tab.id,
      url: tab.url,
      title: tab.title || tab.url,
      active: tab.active,
      ...(tab.favIconUrl && { icon: tab.favIconUrl }),
    },
  ];
}
