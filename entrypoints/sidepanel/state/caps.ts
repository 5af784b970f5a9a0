import type { Budget, CapReached } from '#lib/core/budget.ts';

export type What = CapReached['what'];
/** Caps as they stand in boxes: a number, or nothing where there is no cap. */
export type CapTexts = Record<What, string>;

export const WHATS = ['usd', 'steps', 'minutes', 'tokens'] as const satisfies readonly What[];

/** Caps as texts to edit; the one that was reached is doubled. */
export function capTexts(caps: Budget, reached?: What): CapTexts {
  const text = (what: What) => {
    const cap = caps[what];
    return cap === undefined ? '' : String(what === reached ? doubled(cap) : cap);
  };
  return { usd: text('usd'), steps: text('steps'), minutes: text('minutes'), tokens: text('tokens') };
}

/** Twice a cap; of a cap of nothing, one. */
const doubled = (cap: number) => (cap > 0 ? Math.round(cap * 200) / 100 : 1);

/** A text says a cap: a number that is not negative, or nothing for none. */
export function isCap(text: string): boolean {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' || (/^\d*\.?\d+$/.test(trimmed) && Number(trimmed) < 1e12);
}

/** The caps that the texts say; undefined where one of them is not a number. */
export function readCaps(texts: CapTexts): Budget | undefined {
  if (!WHATS.every((what) => isCap(texts[what]))) return undefined;
  const said = WHATS.filter((what) => texts[what].trim() !== '');
  return Object.fromEntries(said.map((what) => [what, Number(texts[what].trim().replace(',', '.'))]));
}
