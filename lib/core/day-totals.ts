import type { DayTotals, SpendRow } from './budget.ts';

type Sum = DayTotals['background'];

const NOTHING: Sum = { usd: 0, unpriced: 0, tokens: 0 };

export const noSpend = (day: string): DayTotals => ({ day, agents: {}, background: NOTHING });

/** The sums of a day with one more row of it. */
export function addSpend(totals: DayTotals, row: SpendRow): DayTotals {
  const { day, agents, background } = totals;
  const tokens = row.inputTokens + row.outputTokens;
  const spent = { usd: row.usd ?? 0, unpriced: row.usd === undefined ? tokens : 0, tokens };
  return {
    day,
    agents: { ...agents, [row.agent]: add(agents[row.agent] ?? NOTHING, spent) },
    background: row.background ? add(background, spent) : background,
  };
}

const add = (one: Sum, other: Sum): Sum => ({
  usd: one.usd + other.usd,
  unpriced: one.unpriced + other.unpriced,
  tokens: one.tokens + other.tokens,
});
