import { groupAlike } from '#lib/core/alike.ts';
import type { Approval } from '#lib/core/approval.ts';

/** One card in its place: the questions on it, and those like them that came since and are not on it yet. Ids of approvals. */
export type CardPlace = { id: string; like: string; on: readonly string[]; more: readonly string[] };

type Options = {
  /** Whether a card may still take what comes in without being asked: it was drawn only now, and nobody is at it. */
  grows: (id: string) => boolean;
};

/**
 * The next cards to show. Cards never move or leave; what comes in stands behind them, or waits at a card like it. Questions
 * that were answered before they were seen are left out.
 */
export function placeCards(
  shown: readonly CardPlace[],
  approvals: readonly Approval[],
  { grows }: Options,
): readonly CardPlace[] {
  const open = approvals.filter((one) => !one.answer);
  const isOpen = new Set(open.map(({ id }) => id));
  const places = shown.flatMap((place) => {
    const more = place.more.filter((id) => isOpen.has(id));
    // A card that is over takes nobody with it: what waited at it stands behind it.
    if (more.length === 0 || place.on.some((id) => isOpen.has(id))) return [{ ...place, more }];
    return [{ ...place, more: [] }, newPlace(place.like, more)];
  });
  const placed = new Set(places.flatMap(({ on, more }) => [...on, ...more]));
  for (const group of groupAlike(open.filter(({ id }) => !placed.has(id)))) {
    const fresh = group.approvals.map(({ id }) => id);
    const index = places.findLastIndex((place) => place.like === group.id && place.on.some((id) => isOpen.has(id)));
    const place = places[index];
    if (!place) places.push(newPlace(group.id, fresh));
    else if (grows(place.id)) places[index] = { ...place, on: [...place.on, ...fresh] };
    else places[index] = { ...place, more: [...place.more, ...fresh] };
  }
  return places;
}

/** Puts what waits at a card onto it. */
export function joinMore(places: readonly CardPlace[], id: string): readonly CardPlace[] {
  return places.map((place) => (place.id === id ? { ...place, on: [...place.on, ...place.more], more: [] } : place));
}

/** Leaves on a card what is being answered; the rest of it gets a card of its own behind it. */
export function splitCard(
  places: readonly CardPlace[],
  id: string,
  answered: ReadonlySet<string>,
): readonly CardPlace[] {
  return places.flatMap((place) => {
    if (place.id !== id) return [place];
    const rest = [...place.on.filter((one) => !answered.has(one)), ...place.more];
    const on = place.on.filter((one) => answered.has(one));
    return rest.length === 0
      ? [place]
      : [
          { ...place, on, more: [] },
          { id: `${id}+`, like: place.like, on: rest, more: [] },
        ];
  });
}

/** A card is called after the first question on it; one that was split off, after the card that it was on. */
const newPlace = (like: string, on: readonly string[]): CardPlace => ({ id: on[0] ?? like, like, on, more: [] });
