import type { Citation } from '#lib/core/artifact.ts';
import type { PageMessage } from '#lib/core/page-protocol.ts';
import { isSamePage, siteName, siteOf } from '#lib/core/site.ts';
import { tellPage } from '#lib/platform/page-link.ts';
import { canReach } from '#lib/platform/permissions.ts';
import { createTab, findTab, showTab, waitLoaded } from '#lib/platform/tabs.ts';

type Opened = { kind: 'shown' | 'changed' | 'unreachable'; message: string };
type Wanted = {
  site: string;
  url: string;
  /** What is to be marked: the first of these that the page holds. */
  quotes: readonly string[];
  words: { kept: string; marked: string; gone: string };
};
const LOAD_MS = 15_000;

const QUOTE = {
  kept: 'The quote is kept here.',
  marked: 'The passage is marked on the page.',
  gone: 'The page has changed since: it no longer holds this quote.',
};

/** Shows the source of a citation: its tab if it is open, else a new one, with the passage marked. */
export async function openCitation(citation: Citation): Promise<Opened> {
  const site = siteOf(citation.url);
  if (site) return openPassage({ site, url: citation.url, quotes: [citation.quote], words: QUOTE });
  const artifact = /^annex:artifact\/([^@]+)/.exec(citation.url)?.[1];
  if (artifact)
    await chrome.tabs.create({ url: chrome.runtime.getURL(`/home.html#/artifact/${artifact}`), active: true });
  return artifact
    ? { kind: 'shown', message: 'The artifact that this rests on is open.' }
    : { kind: 'unreachable', message: `${citation.url} cannot be opened.` };
}

/** Shows a page at a passage: its tab if it is open, else a new one. */
export async function openPassage({ site, url, quotes, words }: Wanted): Promise<Opened> {
  const tab = (await findTab((open) => isSamePage(open, url))) ?? (await createTab(url));
  await showTab(tab);
  if (!(await waitLoaded(tab, AbortSignal.timeout(LOAD_MS))))
    return { kind: 'unreachable', message: `${siteName(site)} did not load. ${words.kept}` };
  if (!(await canReach(site, tab)))
    return { kind: 'unreachable', message: `The page is open. Allow ${siteName(site)} to have the passage marked.` };
  for (const quote of quotes) {
    const message: PageMessage = { annex: 'highlight', quote };
    const reply = await tellPage<{ found: boolean }>(tab, message).catch(() => ({ found: false }));
    if (reply.found) return { kind: 'shown', message: words.marked };
  }
  return { kind: 'changed', message: words.gone };
}
