import type { Approval } from '#lib/core/approval.ts';
import type { ApprovalCard } from '../state/approval-card.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';

/** What was answered, and what came of it; of several, that stands in their list. */
export function ApprovalEnd({ approvals, card }: { approvals: readonly Approval[]; card: ApprovalCard }) {
  const [approval] = approvals;
  const phase = card.phase.value;
  const answered = approval?.answer?.kind;
  const isAllowed = answered === 'allow' || (!answered && phase === 'allowed');
  const outcome = approvals.length > 1 ? '' : (approval?.outcome ?? (isAllowed ? t.approval.underWay : ''));
  return (
    <p class="approval-end" role="status">
      <span class="glyph" data-tone={isAllowed ? 'good' : 'calm'}>
        <Icon name={isAllowed ? 'check' : 'ban'} />
      </span>
      <span>
        {words()} {outcome}
      </span>
    </p>
  );

  function words(): string {
    if (phase === 'late') return t.approval.late;
    if (answered === 'expire') return t.approval.expired;
    if (!isAllowed) return t.approval.refused;
    return t.approval.allowed(approval?.answer?.scope ?? card.scope.value, approvals.length);
  }
}
