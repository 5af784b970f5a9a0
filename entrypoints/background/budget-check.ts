import { capSentence } from '#lib/agents/budget/cap-sentence.ts';
import { isDayCapLifted, isRunCapLifted, reachedCap } from '#lib/agents/budget/reached-cap.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import { billOf } from '#lib/core/bill.ts';
import type { CapReached } from '#lib/core/budget.ts';
import { isFree } from '#lib/core/cost.ts';
import { dayOf } from '#lib/core/day.ts';
import type { EngineConfig } from '#lib/core/engine.ts';
import type { Audit, Spend } from '#lib/core/ports.ts';
import type { RunRow, RunState } from '#lib/core/run.ts';
import { priceOf } from '#lib/models/price-of.ts';

type AtCap = { cap: CapReached; reason: string };

export type BudgetCheck = {
  /** Looked at before each request to a model: the cap that forbids it, and what the person reads. */
  reached: (run: RunState, agent: AgentPackage, engine: EngineConfig) => Promise<AtCap | undefined>;
  /** Told after a run was paused at a cap. */
  paused: (run: RunState, at: AtCap) => Promise<void>;
  /** Why a run that was paused for a cap may go on: another day has begun, or the cap was raised while its step looked at it. */
  lifted: (row: RunRow, root: RunRow | undefined) => Promise<string | undefined>;
};

export function createBudgetCheck(ports: {
  spend: Pick<Spend, 'purse' | 'on' | 'limits'>;
  audit: Audit;
  now: () => number;
}): BudgetCheck {
  const { spend, audit, now } = ports;
  return {
    reached: async ({ root }, agent, engine) => {
      const purse = await spend.purse(root, dayOf(now()));
      const price = priceOf(engine, purse.prices);
      const free = price !== undefined && isFree(price);
      const cap = reachedCap({ ...purse, root, agent: agent.id, free, now: now() });
      if (!cap) return undefined;
      const { agents, background } = purse.today;
      const sum = { run: billOf(purse.tree), 'agent-day': agents[agent.id], 'background-day': background }[cap.of];
      const by = { agent: agent.name, shared: purse.tree.length > 1, atLeast: (sum?.unpriced ?? 0) > 0 };
      return { cap, reason: capSentence(cap, by) };
    },
    paused: ({ id, agent }, { cap }) => audit.append({ what: 'cap-reached', run: id, agent, detail: cap }),
    lifted: async (row, root) => {
      if (!row.cap) return undefined;
      if (row.cap.of === 'run')
        return root && isRunCapLifted(row, root.budget ?? {}) ? 'Its budget was raised.' : undefined;
      const [today, limits] = [await spend.on(dayOf(now())), await spend.limits()];
      return isDayCapLifted(row, { today, limits }) ? 'A new day has begun.' : undefined;
    },
  };
}
