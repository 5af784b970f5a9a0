import { cutTo, squeeze, tidy } from './text.ts';

const LONGEST = 300;
/** What parts a headline from the name of the site after it, or before it. */
const AFTER = /^(?:\s+[|–—·•»«-]+\s+|\s*::\s*)/u;
const BEFORE = /(?:\s+[|–—·•»«-]+\s+|\s*::\s*|:\s+)$/u;

/**
 * What a page is called: its headline where the document's title only adds to it, as in "Headline | Site" or "Site: Headline", else the
 * title as it is. `seen` is a copy of what can be seen of the page.
 */
export function titleOf(doc: Document, seen: Document): string {
  const title = tidy(doc.title);
  const headings = [...seen.querySelectorAll('h1')].map((one) => tidy(one.textContent ?? '')).filter(Boolean);
  const named = contentOf(doc, 'meta[property="og:title"]');
  const [headline] = [...headings, named].filter((one) => isPartOf(title, one)).sort((a, b) => b.length - a.length);
  const site = contentOf(doc, 'meta[property="og:site_name"],meta[name="application-name"]');
  return cutTo(headline ?? withoutSite(title, site) ?? (title || named || headings[0] || ''), LONGEST);
}

function contentOf(doc: Document, selector: string): string {
  return tidy(doc.querySelector(selector)?.getAttribute('content') ?? '');
}

/** Whether a title is a headline with something set apart before or after it. What is much shorter than the rest is the site's own name. */
function isPartOf(title: string, headline: string): boolean {
  const rest = title.length - headline.length;
  if (squeeze(headline).length < 3 || rest <= 0 || headline.length < (rest - 3) / 2) return false;
  const [whole, part] = [title.toLowerCase(), headline.toLowerCase()];
  if (whole.startsWith(part)) return AFTER.test(title.slice(headline.length));
  return whole.endsWith(part) && BEFORE.test(title.slice(0, rest));
}

/** A title without the name of its site at either end; nothing where it does not stand there. */
function withoutSite(title: string, site: string): string | undefined {
  const rest = title.length - site.length;
  if (site === '' || rest <= 3) return undefined;
  const [whole, name] = [title.toLowerCase(), site.toLowerCase()];
  if (whole.endsWith(name) && BEFORE.test(title.slice(0, rest))) return title.slice(0, rest).replace(BEFORE, '');
  const tail = title.slice(site.length);
  return whole.startsWith(name) && (AFTER.test(tail) || tail.startsWith(': '))
    ? tail.replace(AFTER, '').replace(/^: /, '')
    : undefined;
}
