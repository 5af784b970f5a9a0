import type { Json } from '#lib/core/json.ts';

/** Every text in a value, depth first. */
export function textsOf(value: Json): string[] {
  return leavesOf(value).flatMap((one) => (typeof one === 'string' ? [one] : []));
}

/** Every text, number and truth value in a value, depth first, as it would be written. */
export function valuesOf(value: Json): string[] {
  return leavesOf(value).flatMap((one) => (one === null ? [] : [String(one)]));
}

/**
 * Everything that a value says: its texts, numbers and truth values, and the names in it, depth first. Without recursion and without
 * spreading, so that no depth and no length of what a site answered is too much.
 */
export function saidIn(value: Json): string[] {
  const said: string[] = [];
  for (const leaf of leavesOf(value, (name) => said.push(name))) if (leaf !== null) said.push(String(leaf));
  return said;
}

type Leaf = null | boolean | number | string;

function leavesOf(value: Json, onName?: (name: string) => void): Leaf[] {
  const leaves: Leaf[] = [];
  const open: Json[] = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) {
      leaves.push(one);
      continue;
    }
    if (!Array.isArray(one) && onName) for (const name of Object.keys(one)) onName(name);
    const inner = Object.values(one);
    for (let at = inner.length - 1; at >= 0; at -= 1) {
      const next = inner[at];
      if (next !== undefined) open.push(next);
    }
  }
  return leaves;
}
