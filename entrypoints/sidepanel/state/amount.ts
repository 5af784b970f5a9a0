import type { Budget, CapReached } from '#lib/core/budget.ts';
import { money, plural, short } from '../format.ts';
import { t } from '../strings.ts';
import { WHATS } from './caps.ts';

/** How much of what a cap counts: `$1.00`, `12k tokens`, `400 steps`, `60 min`. */
export function amount(what: CapReached['what'], count: number): string {
  switch (what) {
    case 'usd':
      return money(count);
    case 'tokens':
      return t.budget.tokens(short(count));
    case 'steps':
      return plural(Math.round(count), t.budget.step, t.budget.steps);
    case 'minutes':
      return t.budget.minutes(Math.floor(count));
  }
}

/** How much of a cap is used: `$0.42 of $1.00`, `3 of 400 steps`. */
export function amountOf(what: CapReached['what'], count: number, cap: number): string {
  const part = what === 'usd' ? money(count) : short(Math.floor(count));
  return t.budget.of(part, amount(what, cap));
}

/** Caps in a row: `$2.00, 800 steps, 60 min`; nothing where there are none. */
export function capsInWords(caps: Budget): string {
  return WHATS.flatMap((what) => {
    const cap = caps[what];
    return cap === undefined ? [] : [amount(what, cap)];
  }).join(', ');
}
