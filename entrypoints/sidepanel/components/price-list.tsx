import { useSignal } from '@preact/signals';
import type { Price } from '#lib/core/budget.ts';
import { money } from '../format.ts';
import { useApp } from '../state/app.ts';
import { isFrozen } from '../state/frozen.ts';
import { isMatch } from '../state/match.ts';
import { useAct } from '../state/use-act.ts';
import { spend as words } from '../strings/spend.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { Filter } from './filter.tsx';
import { PriceForm } from './price-form.tsx';

type Props = {
  known: Readonly<Record<string, Price>>;
  own: Readonly<Record<string, Price>>;
  /** Models that are set up or were used. */
  used: readonly string[];
};

const MOST_FOUND = 20;

/** Prices by model: the person's own and those of models in use; any other that Annex knows is found by its name. */
export function PriceList({ known, own, used }: Props) {
  const wanted = useSignal('');
  const adding = useSignal('');
  const name = wanted.value.trim();
  const mine = [...new Set([...Object.keys(own), ...used])].sort();
  const all = [...new Set([...mine, ...Object.keys(known)])].sort();
  const shown = name === '' ? mine : all.filter((model) => isMatch(name, model)).slice(0, MOST_FOUND);
  const isNew = name !== '' && !all.includes(name);
  return (
    <>
      <Filter label={words.filter} text={wanted} />
      <ul class="prices" aria-label={words.prices}>
        {shown.map((model) => (
          <PriceRow key={model} model={model} known={known[model]} own={own[model]} />
        ))}
      </ul>
      {name === '' && all.length > mine.length && <p class="quiet">{words.moreKnown(all.length - mine.length)}</p>}
      {isNew && shown.length === 0 && adding.value !== name && (
        <p class="quiet">
          {words.noModel}{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              adding.value = name;
            }}
          >
            {words.addPrice(name)}
          </button>
        </p>
      )}
      {adding.value !== '' && adding.value === name && (
        <PriceForm
          model={name}
          onDone={() => {
            adding.value = '';
            wanted.value = '';
          }}
        />
      )}
    </>
  );
}

function PriceRow({ model, known, own }: { model: string; known: Price | undefined; own: Price | undefined }) {
  const { act, toasts, world } = useApp();
  const does = useAct();
  const editing = useSignal(false);
  const price = own ?? known;
  const reset = async () => {
    await act.setPrice(model, undefined);
    toasts.show(words.resetDone(model), own && { label: t.common.undo, run: does(() => act.setPrice(model, own)) });
  };
  return (
    <li class="price">
      <span class="part-name" title={model}>
        {model}
      </span>
      <span class="quiet figures">
        {price ? words.perMillion(money(price.input), money(price.output)) : words.unpriced}
        {price && ` · ${own ? words.yours : words.known}`}
      </span>
      {!isFrozen(world) && !editing.value && (
        <span class="price-actions">
          {own && (
            <Button kind="quiet" onClick={does(reset)}>
              {known ? words.reset : words.forget}
            </Button>
          )}
          <Button
            kind="quiet"
            aria-label={words.editOf(model)}
            onClick={() => {
              editing.value = true;
            }}
          >
            {words.edit}
          </Button>
        </span>
      )}
      {editing.value && (
        <PriceForm
          model={model}
          price={price}
          onDone={() => {
            editing.value = false;
          }}
        />
      )}
    </li>
  );
}
