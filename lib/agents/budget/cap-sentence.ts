import type { CapReached } from '#lib/core/budget.ts';

/** Which cap was reached, how much was spent, and what to do, in words. */
export function capSentence(
  cap: CapReached,
  by: {
    agent: string;
    /** The tree has more runs than this one. */
    shared: boolean;
    /** Some of what was spent has no price that is known. */
    atLeast: boolean;
  },
): string {
  const { of, what, spent } = cap;
  const least = by.atLeast && what === 'usd' ? 'at least ' : '';
  const went = { usd: 'was spent', tokens: 'were used', steps: 'were taken', minutes: 'were worked' }[what];
  const when = of === 'run' ? '' : ' today';
  const over = spent > cap.cap && (what === 'usd' || what === 'tokens') ? OVER : '';
  return `The cap of ${amount(what, cap.cap)}${holder(of, by)} is reached: ${least}${amount(what, spent)} ${went}${when}.${over} ${wayOut(of)}`;
}

const OVER = ' What an answer costs is known once it is there, so the last one went over.';

function holder(of: CapReached['of'], { agent, shared }: { agent: string; shared: boolean }): string {
  if (of === 'agent-day') return ` a day for ${agent}`;
  if (of === 'background-day') return ' a day for work in the background';
  return shared ? ' for this run and all that it handed on' : ' for this run';
}

function wayOut(of: CapReached['of']): string {
  if (of === 'run') return 'Everything is kept. Raise its budget to go on.';
  return 'Everything is kept. It goes on by itself tomorrow, or when you raise this cap in Settings.';
}

function amount(what: CapReached['what'], value: number): string {
  if (what === 'usd') return `$${value.toFixed(value > 0 && value < 0.1 ? 4 : 2)}`;
  const shown = new Intl.NumberFormat('en-GB', { maximumFractionDigits: what === 'minutes' ? 1 : 0 }).format(value);
  return `${shown} ${shown === '1' ? what.slice(0, -1) : what}`;
}
