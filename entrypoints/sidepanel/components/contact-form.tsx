import { useSignal } from '@preact/signals';
import type { Contact } from '#lib/core/contact.ts';
import { cleanName, isMailAddress } from '../contacts/address.ts';
import { useApp } from '../state/app.ts';
import { contacts as words } from '../strings/contacts.ts';
import { CardForm } from './card-form.tsx';
import { Field } from './field.tsx';

/** Adds one person by hand. */
export function ContactForm({ known, onDone }: { known: readonly Contact[]; onDone: () => void }) {
  const { act, toasts } = useApp();
  const name = useSignal('');
  const address = useSignal('');
  const problem = useSignal('');
  const save = async () => {
    const wanted = address.value.trim();
    problem.value = problemWith(wanted, known);
    if (problem.value) return;
    const who = cleanName(name.value);
    await act.addContacts([{ name: who, address: wanted, from: 'hand' }]);
    toasts.show(words.added(who || wanted));
    onDone();
  };
  return (
    <CardForm
      label={words.addPerson}
      problem={problem.value}
      words={{ cancel: words.cancel, submit: words.save }}
      onSubmit={save}
      onCancel={onDone}
    >
      <Field
        label={words.name}
        value={name.value}
        onInput={(value) => {
          name.value = value;
        }}
      />
      <Field
        label={words.address}
        hint={words.addressHint}
        value={address.value}
        onInput={(value) => {
          address.value = value;
        }}
      />
    </CardForm>
  );
}

function problemWith(address: string, known: readonly Contact[]): string {
  if (address === '') return words.noAddress;
  if (!isMailAddress(address)) return words.badAddress(address);
  const isThere = known.some((one) => one.address.toLowerCase() === address.toLowerCase());
  return isThere ? words.isThere(address) : '';
}
