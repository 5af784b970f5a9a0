import { useSignal } from '@preact/signals';
import { handleOf, type NamedSecret, secretNamed } from '#lib/core/site-secret.ts';
import { useApp } from '../state/app.ts';
import { useAct } from '../state/use-act.ts';
import { useFirstField } from '../state/use-first-field.ts';
import { secrets as words } from '../strings/sites.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';

type Props = { site: string; known: readonly NamedSecret[]; onDone: () => void };

/** Saves a value of one site under a name. The value leaves the box when it is saved, and is never shown again. */
export function SecretForm({ site, known, onDone }: Props) {
  const { act, toasts } = useApp();
  const does = useAct();
  const form = useFirstField();
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
    <form
      ref={form}
      class="card-form"
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        does(save)();
      }}
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

function problemWith(name: string, value: string): string {
  if (name === '') return words.noName;
  if (secretNamed(handleOf(name)) !== name) return words.badName;
  return value === '' ? words.noValue : '';
}
