import type { Approval } from '#lib/core/approval.ts';
import { isMailAddress } from '../contacts/address.ts';
import { useApp } from '../state/app.ts';
import { useLive } from '../state/use-live.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** After something went to people who are no contacts: a way to say that they are known, so that it asks less. */
export function ApprovalContacts({ approvals }: { approvals: readonly Approval[] }) {
  const { act, see, toasts } = useApp();
  const loaded = useLive(() => see.contacts, '');
  if (loaded.kind === 'waiting') return null;
  const known = new Set(loaded.value.map((one) => one.address.toLowerCase()));
  const sent = approvals.filter((one) => one.effect === 'send' && one.answer?.kind === 'allow');
  const values = sent.flatMap((one) => one.controls.map(({ value }) => value.trim()));
  const strangers = [...new Set(values.filter((one) => isMailAddress(one) && !known.has(one.toLowerCase())))];
  if (strangers.length === 0) return null;
  const add = (address: string) => {
    act.addContacts([{ address, name: '', from: 'approval' }]).then(
      () => toasts.show(t.approval.isContact(address)),
      (error: unknown) => toasts.show(t.common.failed(String(error))),
    );
  };
  return (
    <div class="approval-contacts">
      {strangers.map((address) => (
        <Button key={address} kind="quiet" icon="plus" onClick={() => add(address)}>
          {t.approval.addContact(address)}
        </Button>
      ))}
    </div>
  );
}
