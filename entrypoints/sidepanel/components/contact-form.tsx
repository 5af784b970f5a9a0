import { useSignal } from '@preact/signals';
import type { Contact } from '#lib/core/contact.ts';
import { cleanName, isMailAddress } from '../contacts/address.ts';
import { useApp } from '../state/app.ts';
import { useAct } from '../state/use-act.ts';
import { useFirstField } from '../state/use-first-field.ts';
import { contacts as words } from '../strings/contacts.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';

/** Adds one person by hand. */
export function ContactForm({ known, onDone }: { known: readonly Contact[]; onDone: () => void }) {
  const { act, toasts } = useApp();
  const does = useAct();
  const form = useFirstField();
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
    <form
      ref={form}
      class="card-form"
      aria-label={words.addPerson}
      onSubmit={(event) => {
        event.preventDefault();
        does(save)();
      }}
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
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <div class="form-foot">
        <Button kind="quiet" onClick={onDone}>
          {words.cancel}
        </Button>
        <Button kind="main" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  );
}

function problemWith(address: string, known: readonly Contact[]): string {
  if (address === '') return words.noAddress;
  if (!isMailAddress(address)) return words.badAddress(address);
  const isThere = known.some((one) => one.address.toLowerCase() === address.toLowerCase());
  return isThere ? words.isThere(address) : '';
}
