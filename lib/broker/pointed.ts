import type { Call } from '#lib/core/call.ts';
import type { Json } from '#lib/core/json.ts';
import { isId, wordsOfName } from './kinds.ts';
import { isNamedBy, withoutEnding } from './named.ts';
import { listsIn, recordsIn, type SiteRecord, titlesOf } from './records.ts';
import { soughtBy } from './sought.ts';
import { isQuoted, placesOf, type Spoken, wordsOf } from './spoken.ts';
import { isStopWord } from './stop-words.ts';

/** A value that stands whole in a field of a record which the person's words single out. */
export type Pointed = {
  value: string;
  field: string;
  /** What the person called the record, in words: the title by which they named it, or what they looked for. */
  by: string;
  /** Which of the person's words those are, by where they stand: two records that are named by the same words are rivals. */
  places: readonly number[];
  how: 'named' | 'sought' | 'listed';
  /** Words that tell what kind of thing the record is: of the tool that brought it, and of its fields' names. */
  kinds: ReadonlySet<string>;
  /** In what it stands: two records of one name that differ in the field are nobody's choice. */
  record: SiteRecord;
};
/** Which titles an id stands with, whoever named them: one that has two is no id to go by. */
export type TitledId = { id: string; title: string; kinds: ReadonlySet<string> };

/**
 * The values of the records that the person pointed at, among those that one call brought: records that they named by their title, and
 * the ids of the only one that was found by a search for their words. Running text never counts, whatever stands in it.
 */
export function pointedIn(of: { call: Call; value: Json }, spoken: Spoken): Pointed[] {
  const { call, value } = of;
  const records = recordsIn(value);
  const listed = listsIn(value).flatMap((list) => singledOut(list, spoken, call.tool));
  const kinds = new Map<string, ReadonlySet<string>>();
  const placed = new Map<string, readonly number[]>();
  const placesFor = (by: string) => {
    const places = placed.get(by) ?? wordPlaces(by, spoken);
    placed.set(by, places);
    return places;
  };
  const named = records.flatMap((record) => {
    const of = kindsOf(record, call.tool, kinds);
    const by = titlesOf(record).find((title) => isNamedBy(title, spoken, of));
    return by === undefined ? [] : valuesOf(record, { by, how: 'named', kinds: of, places: placesFor(by) });
  });
  const [sole, ...others] = records;
  const by = sole && others.length === 0 ? soughtBy(call, spoken) : undefined;
  if (!sole || by === undefined) return [...listed, ...named];
  const found = valuesOf(sole, { by, how: 'sought', kinds: kindsOf(sole, call.tool, kinds), places: placesFor(by) });
  return [...listed, ...named, ...found.filter(({ field }) => isId(field))];
}

/** Each id that one call brought, with what its record is called. */
export function titledIn(of: { call: Call; value: Json }): TitledId[] {
  const kinds = new Map<string, ReadonlySet<string>>();
  return recordsIn(of.value).flatMap((record) => {
    const [title] = titlesOf(record);
    if (title === undefined) return [];
    const ids = record.fields.filter(({ name }) => isId(name)).flatMap(({ values }) => values);
    return ids.map((id) => ({ id, title, kinds: kindsOf(record, of.call.tool, kinds) }));
  });
}

/**
 * The one value of a list that begins with a word which the person wrote as a name, where it is the only one that does: "the channel
 * starting with External". An address is never guessed from its first word.
 */
function singledOut(list: readonly string[], spoken: Spoken, tool: string): Pointed[] {
  const [only, ...others] = list.filter((value) => !/[@/.]/.test(value) && startsWithName(value, spoken));
  if (only === undefined || others.length > 0) return [];
  const record = { fields: [{ name: 'name', values: [only] }], isMessage: false };
  return valuesOf(record, { by: only, how: 'listed', kinds: new Set(wordsOfName(tool)), places: [] });
}

function startsWithName(value: string, spoken: Spoken): boolean {
  const [first] = wordsOf(value);
  if (!first || first.text.length < 3 || isStopWord(first.text)) return false;
  const places = spoken.places.get(first.text) ?? [];
  const isCapital = places.some((at) => spoken.words[at]?.isCapital && !spoken.words[at]?.opens);
  return isCapital || isQuoted([first], spoken);
}

function valuesOf({ fields, ...record }: SiteRecord, as: Pick<Pointed, 'by' | 'how' | 'kinds' | 'places'>): Pointed[] {
  const whole = { fields, ...record };
  return fields.flatMap(({ name, values }) => values.map((value) => ({ value, field: name, record: whole, ...as })));
}

/** Where each word of a name stands, wherever the name does; a file's also without its ending. */
function wordPlaces(name: string, spoken: Spoken): number[] {
  return [...new Set([name, withoutEnding(name)])].flatMap((one) => {
    const words = wordsOf(one);
    return placesOf(words, spoken).flatMap((start) => words.map((_, nth) => start + nth));
  });
}

/** By the shape of a record: those of one list share it, and with it the set. */
function kindsOf(record: SiteRecord, tool: string, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const shape = record.fields.map(({ name }) => name).join('\n');
  const kinds = known.get(shape) ?? new Set([tool, ...shape.split('\n')].flatMap(wordsOfName));
  known.set(shape, kinds);
  return kinds;
}

/** What a thing is called, in whatever way its title is written. */
export const nameOf = (title: string): string =>
  wordsOf(title)
    .map(({ text }) => text)
    .join(' ');
