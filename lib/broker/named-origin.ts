import type { Control } from '#lib/core/approval.ts';
import { mailsIn, normalUrl, urlsIn } from './addresses.ts';
import { isLookAlike } from './look-alike.ts';
import { standsIn } from './named.ts';
import { type Pointed, wordsOfName } from './pointed.ts';
import type { PageRead, WrittenByPerson } from './written.ts';

type Origin = Omit<Control, 'name' | 'value'>;
export type Named = {
  /** Of the argument. */
  name: string;
  value: string;
  /** The tool that is called. */
  tool?: string;
  /** The call reaches nobody but the site's own members, and brings them no words. */
  inside?: boolean;
  /** All that the call brings is what the person wrote, word for word. */
  own?: boolean;
  /** The call brings nothing but what it is controlled by. */
  bare?: boolean;
};

/** Of a value that is no address: the person wrote the name, or pointed at the thing in whose field it stands. */
export function namedOrigin(of: Named, { texts, pointed, lists, names }: WrittenByPerson): Origin | undefined {
  const { value } = of;
  if (isLookAlike(value)) return undefined;
  if (texts.some((text) => standsIn(value, text))) return { from: 'user', words: 'You wrote this.' };
  const found = pointed.find((one) => one.value === value && isOfKind(of, one));
  if (found) return fromField(found);
  const isListed = (of.inside === true || of.own === true) && lists.includes(value);
  const isName = of.own === true && names.includes(value);
  if (!(isListed || isName) || !texts.some((text) => speaksOf(of.name, text))) return undefined;
  return { from: 'field', words: "It stands in the site's own list of what you spoke of." };
}

const PEOPLE = new Set([
  'user',
  'recipient',
  'member',
  'participant',
  'person',
  'people',
  'sender',
  'colleague',
  'employee',
]);

/** Whether a text speaks of the kind of thing that an argument names: "all users", "the channel with the most messages". */
function speaksOf(name: string, text: string): boolean {
  const kinds = wordsOfName(name).filter((word) => word !== 'id');
  const spoken = new Set((text.match(/\p{L}+/gu) ?? []).flatMap(wordsOfName));
  const ofPeople = kinds.some((word) => PEOPLE.has(word)) && [...PEOPLE].some((word) => spoken.has(word));
  return ofPeople || kinds.some((word) => spoken.has(word));
}

export const fromField = ({ field, by }: Pointed): Origin => ({
  from: 'field',
  words: `It is the "${field}" of what you called "${by}".`,
});

/** An id counts only among things of one kind: file 13 is not event 13. */
function isOfKind({ name, value, tool = '' }: Named, { field, kinds }: Pointed): boolean {
  const words = wordsOfName(name);
  if (!words.includes('id') && !/^\p{N}+$/u.test(value)) return true;
  const own = words.filter((word) => word !== 'id');
  const kind = own.length > 0 ? own : wordsOfName(tool);
  return wordsOfName(field).includes('id') && kind.some((word) => kinds.has(word));
}

const ASKS_FOR_MAIL = /\b(?:e-?mail|mail address|kontakt|contact)/i;
const ASKS_FOR_LINKS = /\b(?:web ?sites?|web ?pages?|webseiten?|links?|urls?|articles?|artikel)\b/i;

/** The page that the person named for its mail address, where it has just one and that is it. With a second one somebody has to choose. */
export function soleMail(mail: string, { texts, pages }: WrittenByPerson): PageRead | undefined {
  if (!texts.some((text) => ASKS_FOR_MAIL.test(text))) return undefined;
  return pages.find((page) => {
    const all = new Set(page.named === true ? mailsIn(page.text).map((one) => one.normal) : []);
    return all.size === 1 && all.has(mail);
  });
}

/**
 * Whether the person asked to follow the links in what they named, and this is one of them as it stood, with nothing that could carry
 * what was read. Whoever gave addresses of their own meant those.
 */
export function isAskedFor(url: string, { texts, urls, pages }: WrittenByPerson): boolean {
  const { search, hash } = new URL(url);
  if (search || hash || urls.length > 0 || texts.some((text) => urlsIn(text).length > 0)) return false;
  if (!texts.some((text) => ASKS_FOR_LINKS.test(text))) return false;
  return pages.some((page) => page.named === true && urlsIn(page.text).some((one) => normalUrl(one.normal) === url));
}
