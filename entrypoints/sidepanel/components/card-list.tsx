import { type ComponentChildren, Fragment } from 'preact';
import type { Approval } from '#lib/core/approval.ts';
import { useCards } from '../state/use-cards.ts';
import { ApprovalCard } from './approval-card.tsx';

type Props = {
  approvals: readonly Approval[];
  /** The run that a card stands under. */
  here: (approval: Approval) => string;
  /** What stands above a card that begins a new run. */
  heading?: (run: string) => ComponentChildren;
  /** A card was left for later. */
  onLater: (card: string) => void;
};

/** Cards one after another. One that was answered here stays in its place and shows what came of it; what comes in moves none of them. */
export function CardList({ approvals, here, heading, onLater }: Props) {
  const { cards, touch, join, split } = useCards(approvals);
  return (
    <>
      {cards.map((shown, index) => {
        const [first] = shown.approvals;
        if (!first) return null;
        const run = here(first);
        const above = cards[index - 1]?.approvals[0];
        return (
          <Fragment key={shown.id}>
            {heading && (!above || here(above) !== run) && heading(run)}
            <ApprovalCard
              shown={shown}
              here={run}
              onTouch={() => touch(shown.id)}
              onJoin={() => join(shown.id)}
              onSplit={(answered) => split(shown.id, answered)}
              onLater={() => onLater(shown.id)}
            />
          </Fragment>
        );
      })}
    </>
  );
}
