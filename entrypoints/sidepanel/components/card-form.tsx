import type { ComponentChildren } from 'preact';
import { useAct } from '../state/use-act.ts';
import { useFirstField } from '../state/use-first-field.ts';
import { Button } from './button.tsx';

type Props = {
  label: string;
  /** Besides the look of all such forms. */
  class?: string;
  /** Why it can't be saved, in words; empty while nothing is wrong. */
  problem: string;
  words: { cancel: string; submit: string };
  onSubmit: () => Promise<void>;
  onCancel: () => void;
  children: ComponentChildren;
};

/** A short form that opens in its place in a view: the first field has the focus, what is wrong stands above the buttons. */
export function CardForm({ label, class: more, problem, words, onSubmit, onCancel, children }: Props) {
  const does = useAct();
  const form = useFirstField();
  return (
    <form
      ref={form}
      class={more ? `card-form ${more}` : 'card-form'}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        does(onSubmit)();
      }}
    >
      {children}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="form-foot">
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button kind="main" type="submit">
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
