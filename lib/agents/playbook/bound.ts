import { atPointer, type Json } from '#lib/core/json.ts';
import { joinLabels, type Label } from '#lib/core/label.ts';

/** A value with its provenance. Lists and names keep the labels of their parts apart, so that a reference takes only its own. */
export type Bound =
  | { kind: 'value'; value: Json; label: Label }
  | { kind: 'list'; items: readonly Bound[] }
  | { kind: 'names'; of: ReadonlyMap<string, Bound> };

export const bind = (value: Json, label: Label): Bound => ({ kind: 'value', value, label });
export const bindList = (items: readonly Bound[]): Bound => ({ kind: 'list', items });
export const bindNames = (of: Record<string, Bound>): Bound => ({ kind: 'names', of: new Map(Object.entries(of)) });

export function jsonOf(bound: Bound): Json {
  if (bound.kind === 'value') return bound.value;
  if (bound.kind === 'list') return bound.items.map(jsonOf);
  return Object.fromEntries([...bound.of].map(([name, one]) => [name, jsonOf(one)]));
}

export function labelOf(bound: Bound): Label {
  if (bound.kind === 'value') return bound.label;
  const parts = bound.kind === 'list' ? bound.items : [...bound.of.values()];
  return joinLabels(parts.map(labelOf));
}

/** What a step that was skipped, or an item that was dropped, leaves. */
export const NOTHING: Bound = { kind: 'value', value: null, label: joinLabels([]) };

/** The value, unless nothing stands there: absent, or null as a skipped step leaves it. */
export function standing(bound: Bound | undefined): Bound | undefined {
  return bound?.kind === 'value' && bound.value === null ? undefined : bound;
}

/** The elements of a list; `undefined` where it is none. */
export function itemsOf(bound: Bound): readonly Bound[] | undefined {
  if (bound.kind === 'list') return bound.items;
  if (bound.kind !== 'value' || !Array.isArray(bound.value)) return undefined;
  return bound.value.map((one) => bind(one, bound.label));
}

/** What a JSON pointer finds below a bound value; `undefined` where nothing stands. */
export function below(bound: Bound, pointer: string): Bound | undefined {
  if (pointer === '') return bound;
  if (bound.kind === 'value') {
    const value = atPointer(bound.value, pointer);
    return value === undefined ? undefined : bind(value, bound.label);
  }
  const [head, rest] = splitPointer(pointer);
  const next = bound.kind === 'list' ? bound.items[Number(head)] : bound.of.get(head);
  return next && below(next, rest);
}

/** The first name of a JSON pointer, and the pointer that is left. */
export function splitPointer(pointer: string): [head: string, rest: string] {
  const end = pointer.indexOf('/', 1);
  const head = (end < 0 ? pointer.slice(1) : pointer.slice(1, end)).replaceAll('~1', '/').replaceAll('~0', '~');
  return [head, end < 0 ? '' : pointer.slice(end)];
}
