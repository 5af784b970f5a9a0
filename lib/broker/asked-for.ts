import { mailsIn, normalUrl, urlsIn } from './addresses.ts';
import { isNamedCall } from './sought.ts';
import { cut, type Spoken, spokenIn } from './spoken.ts';
import type { PageRead, WrittenByPerson } from './written.ts';

const ASKS_FOR_MAIL = /\b(?:e-?mail|mail address|kontakt|contact)/i;
const MANY_LINKS = /\b(?:web ?sites|web ?pages|webseiten|links|urls|articles|artikel)\b/i;
const ONE_LINK = /\b(?:web ?site|web ?page|webseite|link|url|article)\b/i;

/**
 * The page that the person named for its mail address, where it has just one and that is it: with a second one somebody has to
 * choose. It must also be whose they speak of, by its own name or by the page's; whoever comments on a page has an address, too.
 */
export function soleMail(mail: string, { texts, pages }: WrittenByPerson): PageRead | undefined {
  const spoken = spokenIn(texts);
  const [local = '', domain = ''] = mail.split('@');
  const isNamed = local.split(/[._-]/).some((part) => part.length > 2 && isName(part, spoken));
  const isAsked = texts.some((text) => ASKS_FOR_MAIL.test(text));
  return pages.find((page) => {
    if (!page.call || !isNamedCall(page.call, spoken)) return false;
    if (!isNamed && !(isAsked && isOwnDomain(domain, page, texts))) return false;
    const all = new Set(mailsIn(page.text).map((one) => one.normal));
    return all.size === 1 && all.has(mail);
  });
}

/** Whether a word stands in a text as somebody's name: with a capital letter, in no address. */
const isName = (word: string, { words, places }: Spoken): boolean =>
  (places.get(word) ?? []).some((at) => words[at]?.isCapital === true && words[at]?.piece === undefined);

/** Whether an address belongs to a page that the person gave the address of. */
function isOwnDomain(domain: string, { call }: PageRead, texts: readonly string[]): boolean {
  const given = new Set(texts.flatMap(urlsIn).map((one) => new URL(one.normal).hostname.replace(/^www\./, '')));
  const read = Object.values(call?.args ?? {}).flatMap((one) => (typeof one === 'string' ? urlsIn(one) : []));
  return read.some(({ normal }) => {
    const host = new URL(normal).hostname.replace(/^www\./, '');
    return host === domain && given.has(host);
  });
}

/**
 * Whether the person asked, in one sentence, to follow the links in what they name there, and this is one of them as it stood, with
 * nothing that could carry what was read. Whoever gives an address in that sentence means that one; and whoever speaks of one link
 * means none of two.
 */
export function isAskedFor(url: string, { texts, urls, pages }: WrittenByPerson): boolean {
  const { search, hash } = new URL(url);
  if (search || hash || urls.length > 0) return false;
  return texts.flatMap(sentencesOf).some((sentence) => {
    if (!(MANY_LINKS.test(sentence) || ONE_LINK.test(sentence)) || urlsIn(sentence).length > 0) return false;
    const spoken = cut(sentence);
    const named = pages.filter(({ call }) => call && isNamedCall(call, spoken));
    if (MANY_LINKS.test(sentence)) return named.some(({ text }) => linksIn(text).has(url));
    const links = new Set(named.flatMap((page) => partsFor(page, spoken)).flatMap((text) => [...linksIn(text)]));
    return links.has(url) && hostsOf(links).size === 1;
  });
}

/** Of a list of messages those that somebody wrote whom the person names; of any other page all of it. */
function partsFor({ parts, call, text }: PageRead, spoken: Spoken): string[] {
  const sought = new Set(Object.values(call?.args ?? {}).filter((one) => typeof one === 'string'));
  const byNamed = (parts ?? []).filter(({ names }) =>
    names.some((name) => !sought.has(name) && isName(name.toLowerCase(), spoken)),
  );
  return byNamed.length > 0 ? byNamed.map((one) => one.text) : [text];
}

const linksIn = (text: string): Set<string> => new Set(urlsIn(text).flatMap(({ normal }) => normalUrl(normal) ?? []));

/** The same address counts once for http and https. */
const hostsOf = (links: ReadonlySet<string>): Set<string> =>
  new Set([...links].map((one) => one.replace(/^https?:/, '')));

/** A number before a step, or a space after a full stop, begins a sentence. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?;])\s+(?=\P{Ll})|\n+/u);
