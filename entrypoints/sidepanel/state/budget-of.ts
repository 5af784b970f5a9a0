import type { Budget, CapReached, DayCap, Limits } from '#lib/core/budget.ts';
import { activeMs } from '#lib/core/run.ts';
import { WHATS, type What } from './caps.ts';
import { billOf, nodesOf, type RunNode } from './run-tree.ts';

/** The cap that a tree is paused for, and the agent that reached it. */
export function capIn(tree: RunNode): { cap: CapReached; agent: string } | undefined {
  for (const { run } of nodesOf(tree))
    if (run.status === 'paused' && run.pausedBy === 'budget' && run.cap) return { cap: run.cap, agent: run.agent };
  return undefined;
}

/** What a tree has used up of whatever can be capped; the minutes are those of its root. */
export function usedBy(tree: RunNode, now: number): Required<Budget> {
  const { usd, tokens, steps } = billOf(tree);
  return { usd, tokens, steps, minutes: activeMs(tree.run, now) / 60_000 };
}

/** The cap that a tree is nearest to, if it is capped at all. */
export function nearestCap(
  caps: Budget,
  used: Required<Budget>,
): { what: What; cap: number; share: number } | undefined {
  const all = WHATS.flatMap((what) => {
    const cap = caps[what];
    return cap === undefined ? [] : [{ what, cap, share: cap > 0 ? used[what] / cap : 1 }];
  });
  return all.sort((a, b) => b.share - a.share)[0];
}

/** The cap of a day: of an agent, or without one of all background work. */
export function dayCapOf(limits: Limits, agent: string | undefined): DayCap {
  return agent === undefined ? limits.backgroundDay : (limits.agents[agent] ?? limits.agentDay);
}

export function withDayCap(limits: Limits, agent: string | undefined, cap: DayCap): Limits {
  if (agent === undefined) return { ...limits, backgroundDay: cap };
  return { ...limits, agents: { ...limits.agents, [agent]: cap } };
}
