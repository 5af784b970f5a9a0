import type { Control } from '#lib/core/approval.ts';
import { normalMail } from './addresses.ts';
import { isSameDay } from './days.ts';
import { isId, isOfMail, isOfOneKind, isOfParties, isOfPeople, isRunning, isTitle, wordsOfName } from './kinds.ts';
import { isLookAlike } from './look-alike.ts';
import { isNumber, standsAsNumber, standsIn, standsLiterally } from './named.ts';
import { nameOf, type Pointed } from './pointed.ts';
import { type Spoken, spokenIn } from './spoken.ts';
import type { WrittenByPerson } from './written.ts';

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
export function namedOrigin(of: Named, written: WrittenByPerson): Origin | undefined {
  const { value } = of;
  const { texts, lists, names } = written;
  // What would be an address, and is none that can be compared as one, is no name either.
  if (isLookAlike(value) || /:\/\/|\S@\S/.test(value)) return undefined;
  if (isWritten(of, written)) return { from: 'user', words: 'You wrote this.' };
  const found = pointedOrigin(of, written);
  if (found) return found;
  const isListed = (of.inside === true || of.own === true) && lists.includes(value);
  const isName = of.own === true && names.includes(value);
  if (!(isListed || isName) || !speaksOf(of.name, spokenIn(texts))) return undefined;
  return { from: 'field', words: "It stands in the site's own list of what you spoke of." };
}

/** A number names a thing only of the kind that the person spoke of: "file 13" is no event 13. */
function isWritten(of: Named, { texts }: WrittenByPerson): boolean {
  const { value } = of;
  const spoken = spokenIn(texts);
  if (isNumber(value)) {
    // So many digits are a number of somebody's (an account, a telephone), and no count of anything.
    if (value.length >= 6 && !isId(of.name)) return standsLiterally(value, spoken.text);
    const kinds = kindOf(of);
    return standsAsNumber(value, spoken.text, kinds) && isOfOneKind(kinds, spoken.kinds);
  }
  return standsIn(value, spoken) || isSameDay(value, spoken.text) || isSameAccount(value, spoken.text);
}

/** An account's number (IBAN), with or without the spaces that it is written in. */
function isSameAccount(value: string, text: string): boolean {
  const plain = value.replace(/\s/g, '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  return new RegExp(`(?<![\\p{L}\\p{N}])${[...plain].join('\\s?')}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** The value of a field of what the person pointed at, unless another thing that goes by the same name says something else. */
export function pointedOrigin(of: Named, { texts, pointed, titled }: WrittenByPerson): Origin | undefined {
  const spoken = spokenIn(texts);
  const fitting = pointed.filter((one) => isOfKind(of, one, spoken));
  const holders = fitting.filter((one) => isSame(one.value, of.value));
  const found = unrivalled(holders, fitting);
  if (!found) return undefined;
  const isOfTwo =
    isId(found.field) &&
    titled.some(({ id, title, kinds }) => id === of.value && isAmong(of, kinds) && !goesBy(found, title));
  return isOfTwo ? undefined : fromField(found);
}

/**
 * The first of them that no other thing contradicts which the same words name. Whoever speaks of "the participants" means one
 * thing's: of people, two things that differ are rivals whatever they are called.
 */
function unrivalled(holders: readonly Pointed[], fitting: readonly Pointed[]): Pointed | undefined {
  const holding = new Set(holders.map((one) => one.record));
  const others = fitting.filter((one) => !holding.has(one.record));
  const taken = new Set(others.flatMap((one) => one.places));
  const differsInPeople = others.some((one) => isOfPeople(one.field));
  return holders.find(
    ({ field, places }) => !places.some((at) => taken.has(at)) && !(differsInPeople && isOfPeople(field)),
  );
}

export const fromField = ({ field, by }: Pointed): Origin => ({
  from: 'field',
  words: `It is the "${field}" of what you called "${by}".`,
});

const isSame = (value: string, wanted: string): boolean =>
  value === wanted || (normalMail(wanted) !== undefined && normalMail(value) === normalMail(wanted));

const goesBy = ({ record }: Pointed, title: string): boolean =>
  record.fields.some(({ name, values }) => isTitle(name) && values.some((one) => nameOf(one) === nameOf(title)));

/**
 * Whether a field is of the kind that an argument takes. An id counts only among things of one kind: file 13 is not event 13. Of a
 * stranger's message only its id does, and of running text nothing, however short.
 */
function isOfKind(of: Named, one: Pointed, spoken: Spoken): boolean {
  const words = wordsOfName(of.name);
  if (words.includes('id') || isNumber(of.value)) return isId(one.field) && isAmong(of, one.kinds);
  if (one.how === 'listed') return isOfOneKind(words, one.kinds);
  if (isRunning(one.field) || (one.record.isMessage && isOfParties(one.field))) return false;
  if (normalMail(of.value) === undefined) return isOfOneKind(words, new Set(wordsOfName(one.field)));
  // People who are listed with a thing are meant only by one who speaks of them; a contact's address by one who names the contact.
  return isOfPeople(one.field) ? speaksOf(one.field, spoken) : isOfMail(one.field);
}

/** Whether the person speaks of the kind of thing that is named: "all users", "the channel with the most messages". */
const speaksOf = (name: string, { kinds }: Spoken): boolean => isOfOneKind(wordsOfName(name), kinds);

const isAmong = (of: Named, kinds: ReadonlySet<string>): boolean => kindOf(of).every((word) => kinds.has(word));

/** What kind of thing an argument is the id of: its own words, or those of the tool behind its verb. */
function kindOf({ name, tool = '' }: Named): string[] {
  const own = wordsOfName(name).filter((word) => word !== 'id');
  return own.length > 0 ? own : wordsOfName(tool).slice(1);
}
