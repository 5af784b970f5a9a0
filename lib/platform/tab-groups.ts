import { remembered } from './session.ts';

/** Chrome's own group of tabs per run; what a person took out of it is theirs. */
const groups = remembered('group');
const touched = remembered('touched');

let grouped = Promise.resolve();

/** Puts a tab into the group of a run, which is made with its first tab; one after the other, or two tabs at once make two groups. */
export function groupTab(tab: number, run: { id: string; title: string }): Promise<void> {
  grouped = grouped.then(() => group(tab, run)).catch(() => undefined);
  return grouped;
}

/** A browser without groups goes on without. */
async function group(tab: number, run: { id: string; title: string }): Promise<void> {
  const before = await groups.get(run.id);
  const made = await chrome.tabs
    .group({ tabIds: tab, ...(before !== undefined && { groupId: before }) })
    .catch(() => chrome.tabs.group({ tabIds: tab }))
    .catch(() => undefined);
  if (made === undefined) return;
  await groups.put(run.id, made);
  // Naming a group takes a permission of its own, which the person may or may not have given.
  if (made !== before)
    await chrome.tabGroups?.update(made, { title: run.title, collapsed: true }).catch(() => undefined);
}

/** Closes a tab that a run opened, unless the person has looked at it, is looking at it, pinned it or took it out of its group. */
export async function closeUntouched(tab: number, run: string): Promise<void> {
  const there = await chrome.tabs.get(tab).catch(() => undefined);
  if (!there || there.active || there.pinned || (await touched.get(String(tab))) !== undefined) return;
  const own = await groups.get(run);
  if (own !== undefined && there.groupId !== own) return;
  await chrome.tabs.remove(tab).catch(() => undefined);
}

/** Remembers which tabs the person has brought to the front; must be called while the worker starts. */
export function watchTouched(): void {
  chrome.tabs.onActivated.addListener(({ tabId }) => {
    touched.put(String(tabId), Date.now()).catch(() => undefined);
  });
}
