import { agentIdOf } from '#lib/core/agent-id.ts';
import { billOf } from '#lib/core/bill.ts';
import type { Budget, CapReached, DayTotals, Limits } from '#lib/core/budget.ts';
import { isBackground } from '#lib/core/cost.ts';
import type { Purse } from '#lib/core/ports.ts';
import { activeMs, atWorkUntil, type RunRow } from '#lib/core/run.ts';

export type Asking = Pick<Purse, 'tree' | 'today' | 'limits'> & {
  root: string;
  /** Agent id of the run that wants to ask. */
  agent: string;
  /** What it wants to ask costs nothing: caps of money don't hold it up. */
  free: boolean;
  now: number;
};

/**
 * Whether a run may ask a model now: the first cap that is reached, of its tree, its agent's day, the day of all background work.
 * Looked at before each request and never after: what an answer costs is known only once it is there, so each branch of a tree that
 * has a request under way can go over by that one request, and by no more. Tokens without a price count as tokens alone.
 */
export function reachedCap({ tree, root, agent, free, now, today, limits }: Asking): CapReached | undefined {
  const head = tree.find((row) => row.id === root);
  const { usd, tokens, steps } = billOf(tree);
  const minutes = head ? minutesOf(tree, head, now) : 0;
  return (
    reached('run', head?.budget ?? {}, { usd, tokens, steps, minutes }, free) ??
    reachedDayCap({ today, limits, agent, free, background: isBackground(head) })
  );
}

/**
 * Minutes in which a tree was at work. What its runs did side by side counts once: no more than the root worked by itself, and the time
 * in which any run below it was on its way.
 */
function minutesOf(tree: readonly RunRow[], root: RunRow, now: number): number {
  const worked = tree.reduce((sum, row) => sum + activeMs(row, now), 0);
  const below = tree.filter((row) => row.id !== root.id);
  const goneBy = root.startedAt === undefined ? 0 : Math.max(0, now - root.startedAt);
  return Math.min(worked, activeMs(root, now) + coveredMs(below, now), goneBy) / 60_000;
}

/** How long at least one of these runs was on its way, ms. */
function coveredMs(rows: readonly RunRow[], now: number): number {
  const spans = rows.flatMap((row) =>
    row.startedAt === undefined ? [] : [{ from: row.startedAt, to: atWorkUntil(row, now) }],
  );
  let covered = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return covered;
}

/** The caps per calendar day alone. */
function reachedDayCap(of: {
  today: DayTotals;
  limits: Limits;
  agent: string;
  free: boolean;
  background: boolean;
}): CapReached | undefined {
  const { today, limits, agent, free, background } = of;
  const own = Object.hasOwn(limits.agents, agent) ? limits.agents[agent] : undefined;
  const byAgent = Object.hasOwn(today.agents, agent) ? today.agents[agent] : undefined;
  return (
    reached('agent-day', own ?? limits.agentDay, byAgent ?? {}, free) ??
    (background ? reached('background-day', limits.backgroundDay, today.background, free) : undefined)
  );
}

/** Whether the cap of a tree that a run was paused for is gone by now, or was raised above what was spent then. */
export function isRunCapLifted({ cap }: Pick<RunRow, 'cap'>, caps: Budget): boolean {
  if (cap?.of !== 'run') return false;
  const now = caps[cap.what];
  return now === undefined || now > cap.spent;
}

/** Whether a run that was paused for a cap per day may go on: because the day is another, or the cap. */
export function isDayCapLifted(
  row: Pick<RunRow, 'cap' | 'agent' | 'class'>,
  { today, limits }: Pick<Purse, 'today' | 'limits'>,
): boolean {
  if (!row.cap || row.cap.of === 'run') return false;
  const background = row.cap.of === 'background-day' || isBackground(row);
  return !reachedDayCap({ today, limits, agent: agentIdOf(row.agent), free: false, background });
}

function reached(of: CapReached['of'], caps: Budget, spent: Budget, free: boolean): CapReached | undefined {
  for (const what of ['usd', 'tokens', 'steps', 'minutes'] as const) {
    const cap = caps[what];
    const sofar = spent[what] ?? 0;
    if (cap === undefined || sofar < cap || (free && what === 'usd')) continue;
    return { of, what, cap, spent: sofar };
  }
  return undefined;
}
