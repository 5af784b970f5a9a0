import { isJsonObject, type Json } from '#lib/core/json.ts';
import { AGENT } from '#lib/core/label.ts';
import { type Reference, reference } from '#lib/core/playbook.ts';
import { type Bound, below, bind, bindList, itemsOf, standing } from './bound.ts';
import { find, type Scope } from './scope.ts';

/**
 * Fills a template from the scope; literals carry the agent's label. A reference that finds nothing (or null) leaves its
 * field or element out; one that stands directly in a list and finds a list joins that list's elements in.
 */
export function resolve(template: Json, scope: Scope): Bound | undefined {
  const asReference = reference.safeParse(template);
  if (asReference.success) return follow(asReference.data, scope);
  if (Array.isArray(template)) return bindList(template.flatMap((one) => elementsOf(one, scope)));
  if (!isJsonObject(template)) return bind(template, AGENT);
  const fields = Object.entries(template).flatMap(([name, one]): [string, Bound][] => {
    const bound = resolve(one, scope);
    return bound ? [[name, bound]] : [];
  });
  return { kind: 'names', of: new Map(fields) };
}

function follow({ ref, each }: Reference, scope: Scope): Bound | undefined {
  const found = standing(find(scope, ref));
  if (each === undefined) return found;
  const items = (found && itemsOf(found)) ?? [];
  return bindList(items.flatMap((one) => spread(below(one, each))));
}

function elementsOf(template: Json, scope: Scope): readonly Bound[] {
  const bound = resolve(template, scope);
  if (!reference.safeParse(template).success) return bound ? [bound] : [];
  return spread(bound);
}

function spread(bound: Bound | undefined): readonly Bound[] {
  const found = standing(bound);
  return found ? (itemsOf(found) ?? [found]) : [];
}
