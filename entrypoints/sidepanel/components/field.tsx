import { useId } from 'preact/hooks';

type Props = {
  label: string;
  value: string;
  hint?: string;
  type?: 'text' | 'password' | 'number' | 'time' | 'datetime-local';
  inputMode?: 'numeric' | 'decimal';
  /** Id of a list of suggestions. */
  list?: string;
  disabled?: boolean;
  onInput: (value: string) => void;
};

/** A labelled box of a form. A number counts once it is written out, so that it can be cleared on the way. */
export function Field({ label, value, hint, type = 'text', inputMode, list, disabled = false, onInput }: Props) {
  const id = useId();
  const take = (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value);
  const shared = { id, value, disabled, autocomplete: 'off', spellcheck: false } as const;
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {type === 'number' && <input type="number" min={1} {...shared} onChange={take} />}
      {type === 'password' && <input type="password" {...shared} onInput={take} />}
      {type === 'time' && <input type="time" {...shared} onInput={take} />}
      {type === 'datetime-local' && <input type="datetime-local" {...shared} onInput={take} />}
      {type === 'text' && (
        <input type="text" {...shared} {...(inputMode && { inputMode })} {...(list && { list })} onInput={take} />
      )}
      {hint && <span class="quiet">{hint}</span>}
    </div>
  );
}
