import type { Material, ThinkAnswer } from '#lib/core/think.ts';

/** What looks like a mail address (a subset of RFC 5322 without quoting); international names are let through. */
const ADDRESS = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/gu;

/** Mail addresses of the material, verbatim, once each (case aside), in reading order. */
export function findAddresses(material: readonly Material[], most: number): ThinkAnswer<'extract'>['picks'] {
  const picks = new Map<string, { id: string; value: string }>();
  for (const piece of material) {
    for (const [value] of piece.text.matchAll(ADDRESS)) {
      const key = value.toLowerCase();
      if (!picks.has(key)) picks.set(key, { id: piece.id, value });
    }
  }
  return [...picks.values()].slice(0, most);
}
