import type { Call, Outcome } from '#lib/core/call.ts';
import type { Json } from '#lib/core/json.ts';
import { type Pointed, pointedIn, type TitledId, titledIn } from './pointed.ts';
import { listsIn, personNamesIn, recordsIn } from './records.ts';
import { spokenIn } from './spoken.ts';
import { textsOf } from './texts.ts';

/** What the fields of outcomes say, beside what the person said. */
export type Fields = {
  /** Values of fields of what the person pointed at. */
  pointed: readonly Pointed[];
  /** Plain values of lists that the site itself keeps: its channels, its members. */
  lists: readonly string[];
  /** Names that stand whole in fields. */
  names: readonly string[];
  /** The ids of all that was listed, with what it is called there. */
  titled: readonly TitledId[];
};

export const NO_FIELDS: Fields = { pointed: [], lists: [], names: [], titled: [] };

type Done = Extract<Outcome, { kind: 'done' }>;
type Kept = { said: string; fields: Fields };

/** By outcome, which never changes, nor does what the person said in a run: each record is looked up once, not for every call. */
const kept = new WeakMap<Done, Kept>();

export function fieldsIn({ call, outcome }: { call: Call; outcome: Done }, texts: readonly string[]): Fields {
  const spoken = spokenIn(texts);
  const known = kept.get(outcome);
  if (known?.said === spoken.text) return known.fields;
  const of = { call, value: outcome.value };
  const fields = {
    pointed: pointedIn(of, spoken),
    lists: listsIn(outcome.value).flat(),
    names: personNamesIn(outcome.value),
    titled: titledIn(of),
  };
  kept.set(outcome, { said: spoken.text, fields });
  return fields;
}

/** The fields of several outcomes as one, without spreading: a list may be long. */
export function joinFields(all: readonly Fields[]): Fields {
  return {
    pointed: all.flatMap((one) => one.pointed),
    lists: all.flatMap((one) => one.lists),
    names: all.flatMap((one) => one.names),
    titled: all.flatMap((one) => one.titled),
  };
}

/** Of a list of records: what each says, and the names that stand whole in it. */
export function partsIn(value: Json): { text: string; names: readonly string[] }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const [record] = recordsIn([one]);
    return record ? [{ text: textsOf(one).join('\n'), names: record.fields.flatMap(({ values }) => values) }] : [];
  });
}
