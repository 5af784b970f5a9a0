import { isJsonObject, type Json } from './json.ts';

/** How two values differ without differing: names that do not count, and texts that stand for the same. */
type Lenient = { ignore?: ReadonlySet<string>; sameText?: (a: string, b: string) => boolean };

/** Whether two values are the same JSON, in whatever order their names stand. */
export function isSameJson(a: Json, b: Json, lenient: Lenient = {}): boolean {
  const same = (one: Json | undefined, other: Json | undefined) => isSameJson(one ?? null, other ?? null, lenient);
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]));
  if (!isJsonObject(a) || !isJsonObject(b)) return a === b || isSameText(a, b, lenient);
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && (lenient.ignore?.has(name) || same(a[name], b[name])))
  );
}

function isSameText(a: Json, b: Json, { sameText }: Lenient): boolean {
  return typeof a === 'string' && typeof b === 'string' && sameText?.(a, b) === true;
}
