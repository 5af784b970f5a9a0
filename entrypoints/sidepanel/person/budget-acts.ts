import { isDayCapLifted } from '#lib/agents/budget/reached-cap.ts';
import { knock } from '#lib/bus/messages.ts';
import { type Budget, budget, type Limits, limits, price } from '#lib/core/budget.ts';
import { dayOf } from '#lib/core/day.ts';
import type { Act } from '#lib/core/person.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import { clock } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';

type Acts = Pick<Act, 'setBudget' | 'setLimits' | 'setPrice'>;

/** Caps and prices. What was paused for a cap goes on in the same transaction; were it still reached, it pauses again unspent. */
export function createBudgetActs(store: Store): Acts {
  const { database, journal, spend, audit } = store;
  const { runs, settings } = database;
  const over = [database.journal, runs, database.spend, settings, database.audit];

  async function resume(rows: readonly RunRow[], reason: string): Promise<void> {
    for (const row of rows) await journal.write(row.id, [{ kind: 'run-resumed', reason }]);
  }

  /** False when there is no such run, or its tree has ended. */
  async function changeBudget(run: string, caps: Budget): Promise<boolean> {
    const row = await runs.get(run);
    const tree = row ? await journal.tree(row.root) : [];
    const root = tree.find((one) => one.id === row?.root);
    if (!root || isEnded(root.status)) return false;
    await journal.write(root.id, [{ kind: 'budget-changed', budget: caps }]);
    const detail = { before: root.budget ?? {}, after: caps };
    await audit.append({ what: 'budget-set', run: root.id, agent: root.agent, detail });
    await resume(
      tree.filter((one) => one.status === 'paused' && one.cap?.of === 'run'),
      'You changed its budget.',
    );
    return true;
  }

  async function changeLimits(after: Limits): Promise<void> {
    const before = await spend.limits();
    await spend.setLimits(after);
    await audit.append({ what: 'limits-set', detail: { before, after } });
    const now = { today: await spend.on(dayOf(clock.now())), limits: after };
    const lifted = (await journal.live()).filter((row) => isDayCapLifted(row, now));
    await resume(lifted, 'You changed the caps per day.');
  }

  // Dexie follows native promises in a transaction only where its function is itself `async`.
  return {
    setBudget: async (run, caps) => {
      const valid = budget.parse(caps);
      const changed = await database.transaction('rw', over, async () => changeBudget(run, valid));
      if (!changed) throw new Error('This run has ended: there is nothing left to spend on it.');
      await knock();
    },
    setLimits: async (caps) => {
      const valid = limits.parse(caps);
      await database.transaction('rw', over, async () => changeLimits(valid));
      await knock();
    },
    setPrice: async (model, own) => {
      const name = model.trim();
      if (name === '') throw new Error('Say which model the price is for.');
      const valid = own && price.parse(own);
      await database.transaction('rw', settings, database.audit, async () => {
        await spend.setPrice(name, valid);
        await audit.append({ what: 'price-set', detail: { model: name, price: valid ?? null } });
      });
    },
  };
}
