import type { Bill } from './budget.ts';
import type { RunRow } from './run.ts';

/** What several runs cost together: the bill of a tree is that of its rows, and children bill the root. */
export function billOf(rows: readonly Pick<RunRow, keyof Bill>[]): Bill {
  const sum = (name: keyof Bill) => rows.reduce((total, row) => total + row[name], 0);
  return { usd: sum('usd'), unpriced: sum('unpriced'), tokens: sum('tokens'), steps: sum('steps') };
}
