import { useId } from 'preact/hooks';
import { amount, amountOf } from '../state/amount.ts';
import { isCap, type What } from '../state/caps.ts';
import { caps } from '../strings/caps.ts';
import { Meter } from './meter.tsx';

type Props = {
  what: What;
  text: string;
  /** How much of it is used; a bar shows it against `cap`, the cap as it stands now. */
  spent?: number;
  cap?: number | undefined;
  onInput: (text: string) => void;
};

/** One cap: a box for it, what was used of it, and what is wrong with what was written. */
export function CapField({ what, text, spent, cap, onInput }: Props) {
  const id = useId();
  const bad = !isCap(text);
  const low = !bad && spent !== undefined && spent > 0 && text.trim() !== '' && Number(text.replace(',', '.')) <= spent;
  const says = bad ? caps.notNumber : low ? caps.tooLow(amount(what, spent)) : usedWords(what, spent, cap);
  return (
    <div class="cap">
      <label for={id}>{caps.label[what]}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        placeholder={caps.none}
        value={text}
        aria-invalid={bad}
        aria-describedby={says ? `${id}-note` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {spent !== undefined && cap !== undefined && <Meter share={cap > 0 ? spent / cap : 1} />}
      {says && (
        <span id={`${id}-note`} class="quiet" data-bad={bad || low}>
          {says}
        </span>
      )}
    </div>
  );
}

function usedWords(what: What, spent: number | undefined, cap: number | undefined): string {
  if (spent === undefined) return '';
  return caps.spent(cap === undefined ? amount(what, spent) : amountOf(what, spent, cap));
}
