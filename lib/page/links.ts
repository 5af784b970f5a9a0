import { isSamePage } from '#lib/core/site.ts';
import type { PageCopy } from './copy.ts';
import type { Numbers } from './numbers.ts';
import { cutTo } from './text.ts';

const LINKS = 200;

/** The links of the main text, each address once and as it stands on the page; links into the same page are left out. */
export function chooseLinks(copy: PageCopy, { links }: Numbers, url: string): PageCopy['links'] {
  const chosen = new Map<string, string>();
  for (const number of links) {
    const link = copy.links[number];
    if (!link?.text || isSamePage(link.value, url) || chosen.has(link.value)) continue;
    chosen.set(link.value, cutTo(link.text, 300));
    if (chosen.size === LINKS) break;
  }
  return [...chosen].map(([value, text]) => ({ text, value }));
}
