import { isJsonObject, type Json } from '#lib/core/json.ts';
import { isRunning, isTitle } from './kinds.ts';

/** One thing in a site's own list (a mail, an event, a file), with what stands whole in each of its fields. */
export type SiteRecord = {
  fields: { name: string; values: string[] }[];
  /** Somebody's own words go with it: whoever it is from, or names as its readers, is a stranger's say. */
  isMessage: boolean;
};

/** More than this in one outcome is a data dump, not a list that somebody points into. */
const MOST_RECORDS = 2_000;
/** What is longer, or runs over lines, is text that anybody may have written, and no value of a field. */
const LONGEST_VALUE = 120;

/** The records in what a tool that reads fields brought: the objects of a list, or the one object that it is. */
export function recordsIn(value: Json): SiteRecord[] {
  const list = Array.isArray(value) ? value : [value];
  return list.slice(0, MOST_RECORDS).flatMap((one) => (isJsonObject(one) ? [recordOf(one)] : []));
}

function recordOf(record: Record<string, Json>): SiteRecord {
  const fields = Object.entries(record).flatMap(([name, value]) => {
    const values = (Array.isArray(value) ? value : [value]).flatMap(wholeValue);
    return values.length > 0 ? [{ name, values }] : [];
  });
  return { fields, isMessage: Object.keys(record).some(isOfWords) };
}

const isOfWords = (name: string): boolean => /^(?:body|text|message|content|snippet)$/i.test(name);

/** What a record is called: the whole values of the fields that hold titles. */
export const titlesOf = ({ fields }: SiteRecord): string[] =>
  fields.flatMap(({ name, values }) => (isTitle(name) && !isRunning(name) ? values : []));

function wholeValue(value: Json): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string') return [];
  const text = value.trim();
  return text === '' || text.length > LONGEST_VALUE || text.includes('\n') ? [] : [text];
}

/** The list of plain values that an outcome is, if it is one. */
export function listsIn(value: Json): string[][] {
  if (!Array.isArray(value) || value.length > MOST_RECORDS) return [];
  const values = value.flatMap(wholeValue);
  return values.length > 0 && values.length === value.length ? [values] : [];
}

/** What stands whole in fields and could be somebody's name: a few words of letters. */
export function personNamesIn(value: Json): string[] {
  const values = recordsIn(value).flatMap((record) => record.fields.flatMap((field) => field.values));
  return values.filter((one) => /^\p{L}[\p{L}\p{M}'’-]*(?: \p{L}[\p{L}\p{M}'’-]*){0,2}$/u.test(one));
}
