import type { Control } from '#lib/core/approval.ts';
import { type Label, sitesOf } from '#lib/core/label.ts';
import { siteName, siteOf } from '#lib/core/site.ts';
import { type Address, asUrl, bareMail, mailsIn, normalMail, normalUrl, urlsIn } from './addresses.ts';
import { isAskedFor, soleMail } from './asked-for.ts';
import { glance, isLookAlike } from './look-alike.ts';
import { type Named, namedOrigin, pointedOrigin } from './named-origin.ts';
import type { PageRead, WrittenByPerson } from './written.ts';

export type Known = { written: WrittenByPerson; contacts: readonly string[] };
type Origin = Omit<Control, 'name' | 'value'>;
type Argument = Named & {
  /** The value names something in the site's own lists, unless it is an address. */
  isName?: boolean;
};

/**
 * Says where a control value came from, by comparing addresses as wholes. Only `user`, `contact` and `field`
 * are trusted; the label tells where everything else is from, and never makes a value trusted.
 */
export function whereFrom(of: Argument, known: Known, label: Label): Control {
  return { name: of.name, value: of.value, ...originOf(of, known, label) };
}

export function isTrusted(control: Control): boolean {
  return control.from === 'user' || control.from === 'contact' || control.from === 'field';
}

function originOf(of: Argument, known: Known, label: Label): Origin {
  const { pages } = known.written;
  const mail = normalMail(of.value);
  if (mail) return mailOrigin(of, mail, known) ?? elsewhere(of.value, pages, label, likeness(of.value, known));
  const url = normalUrl(of.value) ?? (of.isName ? urlsIn(of.value)[0]?.normal : undefined);
  const named = of.isName && url === undefined ? namedOrigin(of, known.written) : undefined;
  return (url ? urlOrigin(of, url, known.written) : named) ?? elsewhere(of.value, pages, label);
}

function mailOrigin(of: Argument, mail: string, { written, contacts }: Known): Origin | undefined {
  const { value, isName } = of;
  const listed = contacts.flatMap((raw) => ({ raw, normal: normalMail(raw) ?? '' }));
  const own = written.texts.flatMap(mailsIn);
  if (matches({ raw: value, normal: mail }, own)) return { from: 'user', words: 'You wrote this address.' };
  if (matches({ raw: value, normal: mail }, listed)) return { from: 'contact', words: 'It is in your contacts.' };
  const refused = mailsIn(written.refused ?? '').some((one) => one.normal === mail);
  if (refused) return { from: 'agent', words: 'Your task says not to use this address.' };
  if (isLookAlike(seenOf(value))) return undefined;
  const pointed = pointedOrigin(of, written);
  if (pointed) return pointed;
  // Of a plain recipient this is too little: whoever comments on the page may be the only one with an address there.
  const sole = isName ? soleMail(mail, written) : undefined;
  return sole && { from: 'field', words: `It is the only mail address on ${pageName(sole)}, which you named.` };
}

/** Of an address that nobody vouches for: which known one it would be taken for. */
function likeness(value: string, { written, contacts }: Known): string | undefined {
  const known = [...written.texts.flatMap(mailsIn).map((one) => one.raw), ...contacts];
  const like = known.find((one) => glance(normalMail(one) ?? '') === glance(bareMail(value)));
  return like && `It only looks like ${like}. `;
}

function urlOrigin(of: Argument, url: string, written: WrittenByPerson): Origin | undefined {
  const own = [...written.texts.flatMap(urlsIn), ...written.urls.flatMap(asUrl)];
  if (matches({ raw: of.value, normal: url }, own)) return { from: 'user', words: 'You gave this address.' };
  if (of.isName && of.bare && isAskedFor(url, written))
    return { from: 'field', words: 'It is a link in what you asked to look through.' };
  const link = written.links.find((one) => normalUrl(one.url) === url);
  return link && { from: 'link', words: `It is an unchanged link on ${pageName(link.page)}.`, ...urlOf(link.page) };
}

/** Equal after normalisation, where what a person reads of at least one spelling is what it says. */
function matches(value: Address, known: readonly Address[]): boolean {
  return known.some(
    (one) =>
      unslashed(one.normal) === unslashed(value.normal) &&
      !isLookAlike(seenOf(value.raw)) &&
      !isLookAlike(seenOf(one.raw)) &&
      !(isPunycode(seenOf(value.raw)) && isPunycode(seenOf(one.raw))),
  );
}

/** A slash at the end of a path is as good as none: people leave it out, and it carries nothing. */
const unslashed = (normal: string): string => (/[?#]/.test(normal) ? normal : normal.replace(/\/$/, ''));

/** The part that a forger would fake: of a web address its host, of a mail address all of it. */
function seenOf(raw: string): string {
  if (raw.includes('@') && !/^https?:/i.test(raw.trim())) return bareMail(raw);
  const [host = ''] = raw
    .trim()
    .replace(/^https?:\/\//i, '')
    .split(/[/?#]/);
  return host;
}

const isPunycode = (raw: string): boolean => /(?:^|[@./])xn--/i.test(raw);

function elsewhere(value: string, pages: readonly PageRead[], label: Label, like = ''): Origin {
  const wanted = value.trim().toLowerCase();
  // The first that held it: later ones may have it from there.
  const page = wanted ? pages.find((one) => one.text.toLowerCase().includes(wanted)) : undefined;
  if (page) return { from: 'site', words: `${like}It came from ${pageName(page)}, not from you.`, ...urlOf(page) };
  const sites = sitesOf(label);
  if (sites.length > 0)
    return { from: 'site', words: `${like}It may come from ${sites.map(siteName).join(', ')}; you did not write it.` };
  return { from: 'agent', words: `${like}The agent came up with it; you did not write it.` };
}

function pageName({ url, title }: Pick<PageRead, 'url' | 'title'>): string {
  const host = siteName(siteOf(url) ?? url);
  return title ? `"${title}" (${host})` : host;
}

const urlOf = ({ url }: { url: string }): { url?: string } => (url ? { url } : {});
