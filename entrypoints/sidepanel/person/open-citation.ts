import type { Citation } from '#lib/core/artifact.ts';
import type { PageMessage } from '#lib/core/page-protocol.ts';
import { isSamePage, siteName, siteOf } from '#lib/core/site.ts';
import { tellPage } from '#lib/platform/page-link.ts';
import { canReach } from '#lib/platform/permissions.ts';
import { createTab, findTab, showTab, waitLoaded } from '#lib/platform/tabs.ts';

type Opened = { kind: 'shown' | 'changed' | 'unreachable'; message: string };
const LOAD_MS = 15_000;

/** Shows the source of a citation: its tab if it is open, else a new one, with the passage marked. */
export async function openCitation(citation: Citation): Promise<Opened> {
  const site = siteOf(citation.url);
  if (!site) {
    const artifact = /^annex:artifact\/([^@]+)/.exec(citation.url)?.[1];
    if (artifact)
      await chrome.tabs.create({ url: chrome.runtime.getURL(`/home.html#/artifact/${artifact}`), active: true });
    return artifact
      ? { kind: 'shown', message: 'The artifact that this rests on is open.' }
      : { kind: 'unreachable', message: `${citation.url} cannot be opened.` };
  }
  const tab = (await findTab((url) => isSamePage(url, citation.url))) ?? (await createTab(citation.url));
  await showTab(tab);
  if (!(await waitLoaded(tab, AbortSignal.timeout(LOAD_MS))))
    return { kind: 'unreachable', message: `${siteName(site)} did not load. The quote is kept here.` };
  if (!(await canReach(site, tab)))
    return { kind: 'unreachable', message: `The page is open. Allow ${siteName(site)} to have the passage marked.` };
  const message: PageMessage = { annex: 'highlight', quote: citation.quote };
  const reply = await tellPage<{ found: boolean }>(tab, message).catch(() => ({ found: false }));
  return reply.found
    ? { kind: 'shown', message: 'The passage is marked on the page.' }
    : { kind: 'changed', message: 'The page has changed since: it no longer holds this quote.' };
}
