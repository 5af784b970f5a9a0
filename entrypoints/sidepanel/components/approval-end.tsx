import type { Approval } from '#lib/core/approval.ts';
import type { ApprovalCard } from '../state/approval-card.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';

/** What was answered, and what came of it. */
export function ApprovalEnd({ approval, card }: { approval: Approval; card: ApprovalCard }) {
  const answered = approval.answer?.kind;
  const isAllowed = answered === 'allow' || (!answered && card.phase.value === 'allowed');
  const words =
    card.phase.value === 'late'
      ? t.approval.late
      : answered === 'expire'
        ? t.approval.expired
        : isAllowed
          ? t.approval.allowed(approval.answer?.scope ?? card.scope.value)
          : t.approval.refused;
  return (
    <p class="approval-end" role="status">
      <span class="glyph" data-tone={isAllowed ? 'good' : 'calm'}>
        <Icon name={isAllowed ? 'check' : 'ban'} />
      </span>
      <span>
        {words} {approval.outcome ?? (isAllowed ? t.approval.underWay : '')}
      </span>
    </p>
  );
}
