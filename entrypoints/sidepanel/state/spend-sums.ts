import type { SpendRow } from '#lib/core/budget.ts';

/** What some requests cost together; `unpriced` counts the tokens whose price nobody knows. */
export type Sum = { usd: number; unpriced: number; tokens: number };
export type Part = Sum & { id: string };

const NOTHING: Sum = { usd: 0, unpriced: 0, tokens: 0 };

export function sumOf(rows: readonly SpendRow[]): Sum {
  return rows.reduce((sum, { usd, inputTokens, outputTokens }) => {
    const tokens = inputTokens + outputTokens;
    return {
      usd: sum.usd + (usd ?? 0),
      unpriced: sum.unpriced + (usd === undefined ? tokens : 0),
      tokens: sum.tokens + tokens,
    };
  }, NOTHING);
}

/** The sums of each agent or model, the dearest first; where nothing was paid, the one with the most tokens. */
export function partsBy(rows: readonly SpendRow[], of: 'agent' | 'model'): Part[] {
  const parts = [...Map.groupBy(rows, (row) => row[of])].map(([id, some]) => ({ id, ...sumOf(some) }));
  return parts.sort((a, b) => b.usd - a.usd || b.tokens - a.tokens);
}

/** How much of the whole a part is: by money where some was spent, else by tokens. */
export function shareOf(part: Sum, whole: Sum): number {
  if (whole.usd > 0) return part.usd / whole.usd;
  return whole.tokens > 0 ? part.tokens / whole.tokens : 0;
}
