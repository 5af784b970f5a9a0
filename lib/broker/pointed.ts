import type { Call } from '#lib/core/call.ts';
import type { Json } from '#lib/core/json.ts';
import { isNamedBy, standsIn } from './named.ts';
import { listsIn, recordsIn, type SiteRecord } from './records.ts';
import { textsOf } from './texts.ts';

/** A value that stands whole in a field of a record which the person's words single out. */
export type Pointed = {
  value: string;
  field: string;
  /** What the person called the record, in words: the field by which they named it, or what they looked for. */
  by: string;
  /** Words that tell what kind of thing the record is: of the tool that brought it, and of its fields' names. */
  kinds: ReadonlySet<string>;
};

/**
 * The values of the records that the person pointed at, among those that one call brought: records that they named by a field, and
 * the only one that was found by a search for their words. Running text never counts, whatever stands in it.
 */
export function pointedIn(of: { call: Call; value: Json }, texts: readonly string[]): Pointed[] {
  const records = recordsIn(of.value);
  const text = texts.join('\n');
  const listed = listsIn(of.value).flatMap((list) => singledOut(list, text, of.call.tool));
  return [...listed, ...pointedRecords(of, records, text)];
}

/** Whether a call asked just for what the person's words name: all that it looked for is theirs. */
export const isNamedCall = (call: Call, texts: readonly string[]): boolean =>
  soughtBy(call, texts.join('\n')) !== undefined;

/** The one value of a list that a word of the person's fits, where it fits no other: "the channel starting with External". */
function singledOut(list: readonly string[], text: string, tool: string): Pointed[] {
  const words = new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const fits = (value: string) =>
    value
      .toLowerCase()
      .match(/\p{L}{4,}/gu)
      ?.find((word) => words.has(word));
  const [only, ...others] = list.filter(fits);
  if (only === undefined || others.length > 0) return [];
  return [{ value: only, field: 'name', by: fits(only) ?? '', kinds: new Set(wordsOfName(tool)) }];
}

function pointedRecords(of: { call: Call }, records: readonly SiteRecord[], text: string): Pointed[] {
  return records.flatMap((record) => {
    const by = namedBy(record, text) ?? (records.length === 1 ? soughtBy(of.call, text) : undefined);
    return by === undefined ? [] : valuesOf(record, { by, tool: of.call.tool });
  });
}

function namedBy({ fields }: SiteRecord, text: string): string | undefined {
  return fields.flatMap((field) => field.values).find((value) => isNamedBy(value, text));
}

/** What was looked for, where every word of it is the person's. */
function soughtBy({ args }: Call, text: string): string | undefined {
  const sought = Object.values(args)
    .flatMap(textsOf)
    .filter((one) => one.trim() !== '');
  const [first] = sought;
  return first !== undefined &&
    sought.some((one) => !isDate(one)) &&
    sought.every((one) => isDate(one) || standsIn(one, text))
    ? first
    : undefined;
}

/** A day narrows a search; it names nothing. */
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2})?$/.test(text);

function valuesOf({ fields }: SiteRecord, { by, tool }: { by: string; tool: string }): Pointed[] {
  const kinds = new Set([tool, ...fields.map((one) => one.name)].flatMap(wordsOfName));
  return fields.flatMap(({ name, values }) => values.map((value) => ({ value, field: name, by, kinds })));
}

/** The words in a name of a tool or an argument, in the singular: `search_calendar_events`, `fileId`, `filename`. */
export function wordsOfName(name: string): string[] {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.filter(Boolean).flatMap((word) => {
    const one = word.replace(/(?<=..)s$/, '');
    const joined = /^(.+)name$/.exec(one)?.[1];
    return joined ? [one, joined] : [one];
  });
}
