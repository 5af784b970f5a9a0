import { useSignal } from '@preact/signals';
import { cost, short } from '../format.ts';
import { type Part, type Sum, shareOf } from '../state/spend-sums.ts';
import { spend as words } from '../strings/spend.ts';
import { Meter } from './meter.tsx';
import { PriceForm } from './price-form.tsx';

type Props = {
  label: string;
  parts: readonly Part[];
  whole: Sum;
  nameOf: (id: string) => string;
  /** The parts are models: one without a price can be given one here. */
  arePriced?: boolean;
};

/** Who or what the money went to: a name, a bar, an amount. */
export function SpendParts({ label, parts, whole, nameOf, arePriced = false }: Props) {
  return (
    <ul class="parts" aria-label={label}>
      {parts.map((part) => (
        <PartRow key={part.id} part={part} name={nameOf(part.id)} share={shareOf(part, whole)} isModel={arePriced} />
      ))}
    </ul>
  );
}

function PartRow({ part, name, share, isModel }: { part: Part; name: string; share: number; isModel: boolean }) {
  const setting = useSignal(false);
  const close = () => {
    setting.value = false;
  };
  return (
    <li class="part">
      <span class="part-name" title={name}>
        {name}
      </span>
      <span class="figures">{cost(part) || words.free}</span>
      <Meter share={share} isPart />
      <span class="quiet figures">{words.tokens(short(part.tokens))}</span>
      {isModel && part.unpriced > 0 && !setting.value && (
        <button
          type="button"
          class="link"
          aria-label={words.setPriceOf(name)}
          onClick={() => {
            setting.value = true;
          }}
        >
          {words.setPrice}
        </button>
      )}
      {setting.value && <PriceForm model={part.id} onDone={close} />}
    </li>
  );
}
