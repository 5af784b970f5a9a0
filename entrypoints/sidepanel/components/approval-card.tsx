import { useId, useRef } from 'preact/hooks';
import { headlineFor } from '#lib/core/alike.ts';
import { siteName } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { useAgentName } from '../state/names.ts';
import type { ShownCard } from '../state/use-cards.ts';
import { t } from '../strings.ts';
import { ApprovalEnd } from './approval-end.tsx';
import { ApprovalFoot } from './approval-foot.tsx';
import { ApprovalList } from './approval-list.tsx';
import { ApprovalPart } from './approval-part.tsx';
import { ApprovalPayload } from './approval-payload.tsx';
import { ApprovalReasons } from './approval-reasons.tsx';
import { ApprovalScopes } from './approval-scopes.tsx';
import { Icon } from './icon.tsx';

type Props = {
  shown: ShownCard;
  /** The run that the cards stand under; a question of another one names its own. */
  here: string;
  onTouch: () => void;
  onJoin: () => void;
  /** These are being answered; the others of the card are not. */
  onSplit: (answered: ReadonlySet<string>) => void;
  onLater: () => void;
};

/** One question, or several that differ in their values only: who wants what, exactly what would be done, why, how far a yes goes. No button has the first focus. */
export function ApprovalCard({ shown, here, onTouch, onJoin, onSplit, onLater }: Props) {
  const { announcer } = useApp();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const agentName = useAgentName();
  const { approvals, card, more } = shown;
  const [first] = approvals;
  if (!first) return null;
  const phase = card.phase.value;
  const waits = phase === 'open' || phase === 'failed' || phase === 'answering';
  const isOpen = waits && approvals.some((one) => !one.answer);
  const picked = approvals.filter((one) => !one.answer && !card.out.value.has(one.id));
  const reasons = first.reasons.filter((one) => approvals.every(({ reasons }) => reasons.includes(one)));
  const isOfOne = approvals.every((one) => one.run === first.run);
  const site = first.site === 'annex' ? '' : siteName(first.site);
  const answer = (kind: 'allow' | 'refuse') => {
    onSplit(new Set(picked.map((one) => one.id)));
    box.current?.focus({ preventScroll: true });
    void card.answer(kind, picked);
  };
  return (
    <article
      ref={box}
      class="approval"
      data-approval
      data-state={isOpen ? 'open' : 'closed'}
      aria-labelledby={id}
      aria-describedby={isOpen ? `${id}-guard` : undefined}
      tabIndex={-1}
      onPointerEnter={onTouch}
      onFocusIn={onTouch}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !isOpen) return;
        event.preventDefault();
        announcer.say(t.approval.leftForLater);
        onLater();
      }}
    >
      <h2 id={id} class="approval-title">
        <span class="glyph" data-tone={isOpen ? 'need' : 'calm'}>
          <Icon name="triangleAlert" />
        </span>
        {t.approval.wants(agentName(first.agent), headlineFor(approvals), site)}
      </h2>
      {more > 0 && isOpen && (
        <button
          type="button"
          class="approval-more"
          onClick={() => {
            box.current?.focus({ preventScroll: true });
            onJoin();
          }}
        >
          {t.approval.more(more)}
        </button>
      )}
      {isOfOne && <ApprovalPart approval={first} here={here} />}
      {approvals.length > 1 ? (
        <ApprovalList approvals={approvals} card={card} isOpen={isOpen} here={isOfOne ? undefined : here} />
      ) : (
        <ApprovalPayload approval={first} card={card} isOpen={isOpen} />
      )}
      {isOpen ? (
        <>
          <ApprovalReasons reasons={reasons} />
          <ApprovalScopes approvals={picked.length > 0 ? picked : approvals} card={card} />
          {phase === 'failed' && <p class="problem">{t.approval.failed}</p>}
          <ApprovalFoot
            approvals={approvals}
            picked={picked.length}
            phase={phase}
            guard={`${id}-guard`}
            onAnswer={answer}
          />
        </>
      ) : (
        <ApprovalEnd approvals={approvals} card={card} />
      )}
    </article>
  );
}
