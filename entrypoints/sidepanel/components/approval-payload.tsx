import type { Approval } from '#lib/core/approval.ts';
import { useApp } from '../state/app.ts';
import type { ApprovalCard } from '../state/approval-card.ts';
import { type PayloadField, payloadFields } from '../state/payload.ts';
import { t } from '../strings.ts';
import { ApprovalField } from './approval-field.tsx';

type Props = {
  approval: Approval;
  card: ApprovalCard;
  isOpen: boolean;
  /** What stands elsewhere on the card is left out. */
  without?: PayloadField['kind'];
};

/** The exact payload of one question, field by field. */
export function ApprovalPayload({ approval, card, isOpen, without }: Props) {
  const fields = usePayload()(approval).filter((one) => one.kind !== without);
  return (
    <div class="payload">
      {fields.map((field) => (
        <ApprovalField key={field.name} approval={approval} field={field} card={card} isOpen={isOpen} />
      ))}
    </div>
  );
}

/** Payloads with tabs by their names. */
export function usePayload(): (approval: Approval) => PayloadField[] {
  const { world } = useApp();
  const tabName = (id: number) => world.tabs.value?.find((one) => one.tab === id)?.title || t.run.someTab;
  return (approval) => payloadFields(approval, tabName);
}
