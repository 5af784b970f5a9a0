import type { Schedule } from '#lib/core/schedule.ts';

/** By how much the starts of a schedule are moved, ms: a share of its jitter that its id alone decides, so that it is always the same. */
export function jitterOf({ id, jitterSeconds }: Pick<Schedule, 'id' | 'jitterSeconds'>): number {
  // FNV-1a, 32 bit, then a finaliser (murmur3's): ids that differ in one place come to lie far apart.
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * jitterSeconds * 1000);
}
