import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Approval } from '#lib/core/approval.ts';
import { lapse } from '../format.ts';
import { useApp } from '../state/app.ts';
import type { CardPhase } from '../state/approval-card.ts';
import { type Place, watchPlace } from '../state/watch-place.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

type Props = {
  approvals: readonly Approval[];
  /** How many of them an answer goes to. */
  picked: number;
  phase: CardPhase;
  /** Id of the text that says when a press counts. */
  guard: string;
  onAnswer: (kind: 'allow' | 'refuse') => void;
};

/** When the question ends by itself, and the two answers. A press counts only where the buttons have stood still for half a second. */
export function ApprovalFoot({ approvals, picked, phase, guard, onAnswer }: Props) {
  const { clock, announcer } = useApp();
  const foot = useRef<HTMLDivElement>(null);
  const place = useRef<Place>(null);
  const still = useSignal(false);
  const tooEarly = useSignal(false);
  useLayoutEffect(() => {
    if (!foot.current) return;
    const watched = watchPlace(foot.current, window);
    place.current = watched;
    const stop = watched.still.subscribe((value) => {
      still.value = value;
    });
    return () => {
      stop();
      watched.dispose();
    };
  }, [still]);
  const [first] = approvals;
  if (!first) return null;
  const all = approvals.filter((one) => !one.answer).length;
  const cannot = phase === 'answering' || picked === 0;
  const press = (kind: 'allow' | 'refuse') => (event: MouseEvent) => {
    if (cannot) return;
    if (place.current?.isMeant(event)) return onAnswer(kind);
    tooEarly.value = true;
    announcer.say(t.approval.tooEarly);
  };
  const { verbs } = first;
  const left = Math.min(...approvals.map((one) => one.expiresAt)) - clock.minute.value;
  const isList = approvals.length > 1;
  return (
    <div ref={foot} class="approval-foot" onPointerDownCapture={() => place.current?.pressed()}>
      <span class="quiet">{tooEarly.value ? t.approval.tooEarly : t.approval.ends(lapse(left))}</span>
      <p id={guard} class="visually-hidden">
        {t.approval.guard}
      </p>
      <Button disabled={cannot} aria-disabled={!still.value || undefined} onClick={press('refuse')}>
        {isList ? t.approval.refuseAll(verbs.refuse, picked, all) : verbs.refuse}
      </Button>
      <Button kind="main" disabled={cannot} aria-disabled={!still.value || undefined} onClick={press('allow')}>
        {isList ? t.approval.allowAll(verbs.allow, picked, all) : verbs.allow}
      </Button>
    </div>
  );
}
