import * as z from 'zod/mini';
import { DEFAULT_LIMITS, dayTotals, type Limits, limits, type Price, price, spendRow } from '#lib/core/budget.ts';
import { isBackground, spendOf } from '#lib/core/cost.ts';
import { addSpend, noSpend } from '#lib/core/day-totals.ts';
import type { Clock, RequestRow, Spend } from '#lib/core/ports.ts';
import { type RunState, runRow } from '#lib/core/run.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

const LIMITS = 'limits';
const PRICES = 'prices';
/** Sums of the day that was last spent in; made again from the rows where it is lost or is another day's. */
export const SPEND_TOTALS = 'spend-totals';

const prices = z.record(z.string(), price);

export type SpendStore = Spend & {
  /** Writes down what a request of a run cost; for callers that are already inside a transaction over `runs`, `spend` and `settings`. */
  charge: (run: RunState, request: Pick<RequestRow, 'id' | 'engine'>, usd: number | undefined) => Promise<void>;
  setLimits: (limits: Limits) => Promise<void>;
  /** Without a price, the person's own is taken back. */
  setPrice: (model: string, price: Price | undefined) => Promise<void>;
};

export function createSpend(database: Database, clock: Clock): SpendStore {
  const { runs, spend, settings } = database;
  const setting = async <T>(key: string, schema: z.ZodMiniType<T>): Promise<T | undefined> =>
    schema.safeParse((await settings.get(key))?.value).data;

  const between: Spend['between'] = async (from, to) =>
    parseRows(database, spend, spendRow, await spend.where('day').between(from, to, true, true).toArray());

  const sumUp = async (day: string) => (await between(day, day)).reduce(addSpend, noSpend(day));

  const on: Spend['on'] = async (day) => {
    const totals = await setting(SPEND_TOTALS, dayTotals);
    return totals?.day === day ? totals : sumUp(day);
  };

  const store: Pick<Spend, 'limits' | 'prices'> = {
    limits: async () => (await setting(LIMITS, limits)) ?? DEFAULT_LIMITS,
    prices: async () => (await setting(PRICES, prices)) ?? {},
  };

  return {
    ...store,
    between,
    on,
    purse: (root, day) =>
      database.transaction('r', runs, spend, settings, async () => ({
        tree: parseRows(database, runs, runRow, await runs.where({ root }).toArray()),
        today: await on(day),
        limits: await store.limits(),
        prices: await store.prices(),
      })),
    charge: async (run, request, usd) => {
      const root = run.root === run.id ? run : await runs.get(run.root);
      const row = spendOf(run, request, { usd, at: clock.now(), background: isBackground(root) });
      if (!row) return;
      const before = await on(row.day);
      await spend.put(row);
      await settings.put({ key: SPEND_TOTALS, value: addSpend(before, row) });
    },
    setLimits: async (value) => {
      await settings.put({ key: LIMITS, value });
    },
    setPrice: (model, price) =>
      database.transaction('rw', settings, async () => {
        const { [model]: _, ...others } = await store.prices();
        await settings.put({ key: PRICES, value: price ? { ...others, [model]: price } : others });
      }),
  };
}
