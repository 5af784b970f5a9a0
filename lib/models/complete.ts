import type { ThinkAnswer, ThinkRequest } from '#lib/core/think.ts';

type Extract_ = Extract<ThinkRequest, { kind: 'extract' }>;
type Picks = ThinkAnswer<'extract'>['picks'];

const ISO_DATE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Makes picks of any engine trustworthy: a relevant piece yields its own value or text whatever was said, an address
 * stands verbatim in the piece it is from, a date is ISO 8601. What does not hold falls away, as do repeats and ids that
 * are not there; at most `most` stay.
 */
export function completePicks(request: Omit<Extract_, 'kind' | 'question'>, picks: Picks): Picks {
  const pieces = new Map(request.material.map((piece) => [piece.id, piece]));
  const kept = new Map<string, Picks[number]>();
  for (const { id, value } of picks) {
    const piece = pieces.get(id);
    if (!piece) continue;
    const whole = request.want === 'relevant' ? (piece.value ?? piece.text) : value.trim();
    if (request.want === 'addresses' && !standsIn(whole, piece.text)) continue;
    if (request.want === 'dates' && !ISO_DATE.test(whole)) continue;
    const key = request.want === 'relevant' ? id : whole.toLowerCase();
    if (!kept.has(key)) kept.set(key, { id, value: whole });
  }
  return [...kept.values()].slice(0, request.most);
}

/** As a whole, not as part of a longer address. */
function standsIn(address: string, text: string): boolean {
  if (!/^\S+@\S+$/.test(address)) return false;
  const part = /[\p{L}\p{N}@._%+-]/u;
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text.slice(at + address.length);
    if (!part.test(before) && !/^(?:[\p{L}\p{N}@_%+-]|\.[\p{L}\p{N}])/u.test(after)) return true;
  }
  return false;
}
