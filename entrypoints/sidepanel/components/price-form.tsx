import { useSignal } from '@preact/signals';
import type { Price } from '#lib/core/budget.ts';
import { useApp } from '../state/app.ts';
import { isCap } from '../state/caps.ts';
import { useAct } from '../state/use-act.ts';
import { spend as words } from '../strings/spend.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';

/** The person's own price of a model. */
export function PriceForm({ model, price, onDone }: { model: string; price?: Price | undefined; onDone: () => void }) {
  const { act, toasts } = useApp();
  const does = useAct();
  const input = useSignal(price ? String(price.input) : '');
  const output = useSignal(price ? String(price.output) : '');
  const problem = useSignal('');
  const save = async () => {
    const own = { input: numberOf(input.value), output: numberOf(output.value) };
    if (own.input === undefined || own.output === undefined) {
      problem.value = words.badPrice;
      return;
    }
    await act.setPrice(model, { input: own.input, output: own.output });
    toasts.show(words.savedPrice(model));
    onDone();
  };
  return (
    <form
      class="price-form"
      aria-label={words.setPriceOf(model)}
      onSubmit={(event) => {
        event.preventDefault();
        does(save)();
      }}
    >
      <Field
        label={words.input}
        inputMode="decimal"
        value={input.value}
        onInput={(value) => {
          input.value = value;
        }}
      />
      <Field
        label={words.output}
        inputMode="decimal"
        value={output.value}
        onInput={(value) => {
          output.value = value;
        }}
      />
      <Button kind="quiet" onClick={onDone}>
        {words.cancel}
      </Button>
      <Button kind="main" type="submit">
        {words.savePrice}
      </Button>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
    </form>
  );
}

const numberOf = (text: string): number | undefined =>
  text.trim() !== '' && isCap(text) ? Number(text.trim().replace(',', '.')) : undefined;
