import { useMemo, useRef, useState } from 'preact/hooks';
import type { Approval } from '#lib/core/approval.ts';
import { useApp } from './app.ts';
import { type ApprovalCard, createApprovalCard } from './approval-card.ts';
import { type CardPlace, joinMore, placeCards, splitCard } from './cards.ts';

/** Questions that come within this time of the first of them are drawn as one, ms. */
const GATHER_MS = 1000;

export type ShownCard = { id: string; approvals: Approval[]; more: number; card: ApprovalCard };

/** The cards for these approvals, in places that nothing takes from them. */
export function useCards(approvals: readonly Approval[]): {
  cards: ShownCard[];
  /** Somebody is at a card: from now on it changes only when asked to. */
  touch: (id: string) => void;
  join: (id: string) => void;
  /** Keeps these on the card; the rest of it gets one of its own. */
  split: (id: string, answered: ReadonlySet<string>) => void;
} {
  const { act } = useApp();
  const [, redraw] = useState(0);
  const kept = useMemo(
    () => ({ states: new Map<string, ApprovalCard>(), drawnAt: new Map<string, number>(), touched: new Set<string>() }),
    [],
  );
  const places = useRef<readonly CardPlace[]>([]);
  const now = performance.now();
  places.current = placeCards(places.current, approvals, {
    grows: (id) => !kept.touched.has(id) && now - (kept.drawnAt.get(id) ?? now) < GATHER_MS,
  });
  const byId = new Map(approvals.map((one) => [one.id, one]));
  const change = (next: readonly CardPlace[]) => {
    places.current = next;
    redraw((count) => count + 1);
  };
  const stateOf = (id: string) => {
    const known = kept.states.get(id);
    if (known) return known;
    const made = createApprovalCard(act);
    kept.states.set(id, made);
    kept.drawnAt.set(id, now);
    return made;
  };
  return {
    cards: places.current.map(({ id, on, more }) => ({
      ...{ id, more: more.length, card: stateOf(id) },
      approvals: on.flatMap((one) => byId.get(one) ?? []),
    })),
    touch: (id) => kept.touched.add(id),
    join: (id) => change(joinMore(places.current, id)),
    split: (id, answered) => {
      const next = splitCard(places.current, id, answered);
      const fresh = next.find((place) => !kept.states.has(place.id));
      // What was mended in a question goes with it.
      if (fresh) kept.states.set(fresh.id, createApprovalCard(act, kept.states.get(id)?.edits.value));
      change(next);
    },
  };
}
