import { useSignal } from '@preact/signals';
import { handleOf, type NamedSecret, secretNamed } from '#lib/core/site-secret.ts';
import { useApp } from '../state/app.ts';
import { secrets as words } from '../strings/sites.ts';
import { CardForm } from './card-form.tsx';
import { Field } from './field.tsx';

type Props = { site: string; known: readonly NamedSecret[]; onDone: () => void };

/** Saves a value of one site under a name. The value leaves the box when it is saved, and is never shown again. */
export function SecretForm({ site, known, onDone }: Props) {
  const { act, toasts } = useApp();
  const name = useSignal('');
  const value = useSignal('');
  const problem = useSignal('');
  const save = async () => {
    const wanted = name.value.replace(/\s+/g, ' ').trim();
    problem.value = problemWith(wanted, value.value);
    if (problem.value) return;
    const isThere = known.some((one) => one.name === wanted);
    await act.saveSecret({ site, name: wanted, value: value.value });
    value.value = '';
    toasts.show(isThere ? words.replaced(wanted) : words.saved(wanted));
    onDone();
  };
  return (
    <CardForm
      label={words.add}
      problem={problem.value}
      words={{ cancel: words.cancel, submit: words.save }}
      onSubmit={save}
      onCancel={onDone}
    >
      <Field
        label={words.name}
        hint={words.nameHint}
        value={name.value}
        onInput={(text) => {
          name.value = text;
        }}
      />
      <Field
        label={words.value}
        hint={words.valueHint}
        type="password"
        value={value.value}
        onInput={(text) => {
          value.value = text;
        }}
      />
    </CardForm>
  );
}

function problemWith(name: string, value: string): string {
  if (name === '') return words.noName;
  if (secretNamed(handleOf(name)) !== name) return words.badName;
  return value === '' ? words.noValue : '';
}
