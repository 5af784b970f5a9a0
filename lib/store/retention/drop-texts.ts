import { writtenTokens } from '#lib/core/cost.ts';
import type { Happening } from '#lib/core/event.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';

/** A value this short says what happened rather than what stood there, and stays. In characters of JSON. */
const SHORT = 300;
/** Names that say which page or artifact it was. */
const NAMES = ['url', 'title', 'site', 'tab', 'artifact', 'version'];

export type DropOptions = {
  /** Ids of the passages that artifacts of the run cite. */
  cited: ReadonlySet<string>;
  /** SHA-256 of a text, hex. */
  hash: (text: string) => Promise<string>;
};

/**
 * What happened, without the texts of pages and the answers of models: that it happened, its words and labels, how long they were and
 * their hash stay, and every passage that an artifact cites. `undefined` where there is nothing to drop.
 */
export async function withoutTexts(happening: Happening, options: DropOptions): Promise<Happening | undefined> {
  if (happening.kind === 'call-ended' && happening.outcome.kind === 'done') {
    const value = await withoutText(happening.outcome.value, options);
    return value && { ...happening, outcome: { ...happening.outcome, value } };
  }
  if (happening.kind !== 'model-ended') return undefined;
  const { end } = happening;
  switch (end.kind) {
    case 'answered': {
      const answer = await withoutText(end.answer, options);
      return answer && { ...happening, end: { ...end, answer } };
    }
    case 'malformed':
      return end.text.length > SHORT ? { ...happening, end: { ...end, text: '' } } : undefined;
    case 'failed':
    case 'aborted':
      if (end.partial.length <= SHORT) return undefined;
      // What it cost is counted from it.
      return { ...happening, end: { ...end, partial: '', written: writtenTokens(end) } };
    default:
      return end satisfies never;
  }
}

async function withoutText(value: Json, { cited, hash }: DropOptions): Promise<JsonObject | undefined> {
  if (isJsonObject(value) && 'dropped' in value) return undefined;
  const text = JSON.stringify(value);
  if (text.length <= SHORT) return undefined;
  const own: JsonObject = isJsonObject(value) ? value : {};
  const kept = NAMES.flatMap((name) => {
    const one = own[name];
    return one === undefined || JSON.stringify(one).length > SHORT ? [] : [[name, one]];
  });
  const passages = Array.isArray(own.passages) ? own.passages.filter((one) => isCited(one, cited)) : [];
  const dropped = { length: text.length, sha256: await hash(text) };
  return { ...Object.fromEntries(kept), ...(passages.length > 0 && { passages }), dropped };
}

const isCited = (passage: Json, cited: ReadonlySet<string>): boolean =>
  isJsonObject(passage) && typeof passage.id === 'string' && cited.has(passage.id);
