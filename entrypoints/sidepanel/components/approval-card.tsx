import { useId, useMemo } from 'preact/hooks';
import type { Approval } from '#lib/core/approval.ts';
import type { RunRow } from '#lib/core/run.ts';
import { siteName } from '#lib/core/site.ts';
import { date } from '../format.ts';
import { useApp } from '../state/app.ts';
import { createApprovalCard } from '../state/approval-card.ts';
import { useAgentName } from '../state/names.ts';
import { payloadFields } from '../state/payload.ts';
import { runHash } from '../state/route.ts';
import { t } from '../strings.ts';
import { ApprovalEnd } from './approval-end.tsx';
import { ApprovalField } from './approval-field.tsx';
import { ApprovalScopes } from './approval-scopes.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** One question: who wants what, exactly what would be done, why it is asked, how far a yes goes. No button has the first focus. */
export function ApprovalCard({ approval, of }: { approval: Approval; of?: RunRow | undefined }) {
  const { world, act, router, announcer, clock } = useApp();
  const id = useId();
  const agent = useAgentName()(approval.agent);
  // A card keeps its edits while its row is stored anew
  const card = useMemo(() => createApprovalCard(approval, act), [approval.id]);
  const tabName = (id: number) => world.tabs.value?.find((one) => one.tab === id)?.title ?? t.run.someTab;
  const site = approval.site === 'annex' ? '' : siteName(approval.site);
  const phase = card.phase.value;
  const isOpen = !approval.answer && (phase === 'open' || phase === 'failed' || phase === 'answering');
  return (
    <article
      class="approval"
      data-approval
      data-state={isOpen ? 'open' : 'closed'}
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !isOpen) return;
        event.preventDefault();
        announcer.say(t.approval.leftForLater);
        router.go('#/');
      }}
    >
      <h2 id={id} class="approval-title">
        <span class="glyph" data-tone={isOpen ? 'need' : 'calm'}>
          <Icon name="triangleAlert" />
        </span>
        {t.approval.wants(agent, approval.headline, site)}
      </h2>
      {of && (
        <p class="approval-for">
          {t.approval.forRun} <a href={runHash(of.id)}>{of.title}</a>
        </p>
      )}
      <div class="payload">
        {payloadFields(approval, tabName).map((field) => (
          <ApprovalField key={field.name} field={field} card={card} isOpen={isOpen} />
        ))}
      </div>
      {isOpen ? (
        <>
          {approval.reasons.length > 0 && (
            <p class="why">
              <b>{t.approval.why}</b> {approval.reasons.join(' ')}
            </p>
          )}
          <ApprovalScopes approval={approval} card={card} />
          {phase === 'failed' && <p class="problem">{t.approval.failed}</p>}
          <div class="approval-foot">
            <span class="quiet" title={t.approval.until(date(approval.expiresAt, clock.now.value))}>
              {t.approval.later}
            </span>
            <Button disabled={phase === 'answering'} onClick={() => void card.answer('refuse')}>
              {approval.verbs.refuse}
            </Button>
            <Button kind="main" disabled={phase === 'answering'} onClick={() => void card.answer('allow')}>
              {approval.verbs.allow}
            </Button>
          </div>
        </>
      ) : (
        <ApprovalEnd approval={approval} card={card} />
      )}
    </article>
  );
}
