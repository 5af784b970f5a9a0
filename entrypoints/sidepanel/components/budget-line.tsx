import type { RunState } from '#lib/core/run.ts';
import { amountOf } from '../state/amount.ts';
import { useApp } from '../state/app.ts';
import { nearestCap, usedBy } from '../state/budget-of.ts';
import type { RunNode } from '../state/run-tree.ts';
import { useLive } from '../state/use-live.ts';
import { caps } from '../strings/caps.ts';
import { t } from '../strings.ts';
import { Meter } from './meter.tsx';

/** From this share of a cap on it is shown, whatever the cap counts; money is shown as soon as some was spent. */
const WORTH_SHOWING = 0.5;

/** The cap that a tree is nearest to, as a bar that opens the dialog of its caps. Nothing while all of them are far. */
export function BudgetLine({ state, tree }: { state: RunState; tree: RunNode }) {
  const { see, clock, overlay } = useApp();
  const limits = useLive(() => see.limits, '');
  if (limits.kind === 'waiting') return null;
  const budget = state.budget ?? limits.value.run;
  const used = usedBy(tree, clock.now.value);
  const money = used.usd > 0 && budget.usd !== undefined ? { usd: budget.usd } : {};
  const nearest = nearestCap(budget, used);
  const shown = nearest && nearest.share >= WORTH_SHOWING ? nearest : nearestCap(money, used);
  if (!shown) return null;
  const words = caps.spent(amountOf(shown.what, used[shown.what], shown.cap));
  return (
    <button
      type="button"
      class="budget-line figures"
      title={t.budget.raise}
      onClick={() => {
        overlay.value = { kind: 'budget', run: tree.id };
      }}
    >
      <Meter share={shown.share} />
      <span>{words}</span>
    </button>
  );
}
