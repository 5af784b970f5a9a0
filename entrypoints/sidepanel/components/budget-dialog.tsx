import { agentIdOf } from '#lib/core/agent-id.ts';
import '../styles/forms.css';
import { useSignal } from '@preact/signals';
import type { Budget, CapReached, Limits } from '#lib/core/budget.ts';
import { useApp } from '../state/app.ts';
import { capIn, dayCapOf, usedBy, withDayCap } from '../state/budget-of.ts';
import { capTexts, readCaps, WHATS, type What } from '../state/caps.ts';
import { useAgentName } from '../state/names.ts';
import { findNode, type RunNode } from '../state/run-tree.ts';
import { useLive } from '../state/use-live.ts';
import { caps } from '../strings/caps.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { CapField } from './cap-field.tsx';
import { OverlayDialog } from './overlay-dialog.tsx';

/** Sets the caps of a run's tree, or of the day where that one was reached, with what was used of each. */
export function BudgetDialog({ run }: { run: string }) {
  const { see, world } = useApp();
  const limits = useLive(() => see.limits, '');
  const agentName = useAgentName();
  const tree = findNode(world.trees.value ?? [], run);
  if (!tree || limits.kind === 'waiting') return null;
  const reached = capIn(tree);
  const isDay = reached && reached.cap.of !== 'run';
  const title = !isDay
    ? caps.title(tree.run.title)
    : reached.cap.of === 'agent-day'
      ? caps.dayTitle(agentName(reached.agent))
      : caps.backgroundTitle;
  return (
    <OverlayDialog label={title}>
      <h2>{title}</h2>
      <p class="quiet">{isDay ? caps.day : caps.tree}</p>
      {isDay ? (
        <DayForm tree={tree} limits={limits.value} reached={reached} />
      ) : (
        <TreeForm tree={tree} limits={limits.value} reached={reached?.cap} />
      )}
    </OverlayDialog>
  );
}

function TreeForm({ tree, limits, reached }: { tree: RunNode; limits: Limits; reached: CapReached | undefined }) {
  const { act, clock } = useApp();
  const now = tree.run.budget ?? limits.run;
  const whats = WHATS.filter((what) => what !== 'tokens' || now.tokens !== undefined || reached?.what === 'tokens');
  return (
    <CapsForm
      now={now}
      whats={whats}
      reached={reached?.what}
      used={usedBy(tree, clock.now.value)}
      paused={reached !== undefined}
      onSave={(budget) => act.setBudget(tree.id, budget)}
    />
  );
}

type Reached = NonNullable<ReturnType<typeof capIn>>;

function DayForm({ tree, limits, reached }: { tree: RunNode; limits: Limits; reached: Reached }) {
  const { act } = useApp();
  const { cap } = reached;
  const agent = cap.of === 'agent-day' ? agentIdOf(reached.agent) : undefined;
  const save = async (budget: Budget) => {
    await act.setLimits(withDayCap(limits, agent, budget));
    await act.resume(tree.id);
  };
  return (
    <CapsForm
      now={dayCapOf(limits, agent)}
      whats={['usd', 'tokens']}
      reached={cap.what}
      used={{ [cap.what]: cap.spent }}
      paused
      onSave={save}
    />
  );
}

type FormProps = {
  now: Budget;
  whats: readonly What[];
  reached: What | undefined;
  used: Budget;
  paused: boolean;
  onSave: (budget: Budget) => Promise<void>;
};

function CapsForm({ now, whats, reached, used, paused, onSave }: FormProps) {
  const { overlay, toasts } = useApp();
  const texts = useSignal(capTexts(now, reached));
  const read = readCaps(texts.value);
  const close = () => {
    overlay.value = { kind: 'none' };
  };
  const save = async (budget: Budget) => {
    await onSave(budget);
    close();
    toasts.show(caps.saved);
  };
  return (
    <form
      class="caps"
      onSubmit={(event) => {
        event.preventDefault();
        if (read) save(read).catch((error: unknown) => toasts.show(t.common.failed(String(error))));
      }}
    >
      {whats.map((what) => (
        <CapField
          key={what}
          what={what}
          text={texts.value[what]}
          cap={now[what]}
          {...(used[what] !== undefined && { spent: used[what] })}
          onInput={(text) => {
            texts.value = { ...texts.value, [what]: text };
          }}
        />
      ))}
      <p class="quiet">{caps.overshoot}</p>
      <div class="form-foot">
        <Button onClick={close}>{caps.cancel}</Button>
        <Button kind="main" type="submit" disabled={!read}>
          {paused ? caps.goOn : caps.save}
        </Button>
      </div>
    </form>
  );
}
