import { waitingFor } from '#lib/broker/delegation/waiting.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Happening } from '#lib/core/event.ts';
import type { Journal } from '#lib/core/ports.ts';
import { isEnded, openCalls, type RunRow } from '#lib/core/run.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import type { Children } from '#lib/store/children.ts';

export type TreePorts = {
  journal: Pick<Journal, 'append' | 'follow' | 'fold' | 'tree'>;
  children: Pick<Children, 'of'>;
  agents: ReadonlyMap<string, AgentPackage>;
  tools: ReadonlyMap<string, ToolSpec>;
};

/** What each wake puts right between runs and those they handed work to. */
export function createTree({ journal, children, agents, tools }: TreePorts) {
  /** Whether a run that waits for others has something to go on with: one that an open call of it waits for has ended, or is nowhere. */
  async function hasReturned(row: RunRow): Promise<boolean> {
    const state = row.waitingOn === 'child' ? await journal.fold(row.id) : undefined;
    if (!state) return false;
    const under = openCalls(state).filter((one) => one.startedAt !== undefined && tools.get(one.call.tool)?.lasting);
    const living = (await children.of(row.id)).filter((one) => !isEnded(one.status)).map((one) => one.parentCall);
    return under.length === 0 || under.some((one) => !living.includes(one.call.id));
  }

  /** Stops a run that still works for one that is no more, and keeps what a waiting run says of those it waits for. */
  async function putRight(row: RunRow, rows: readonly RunRow[]): Promise<void> {
    if (await isOrphan(row, rows)) await journal.append(row.id, [ORPHANED]);
    const restating = restated(row, rows);
    // What has gone on meanwhile is not put to wait again.
    if (restating) await journal.follow(row, [restating]);
  }

  /** Of a tree that is being read in, a child may be there before its parent: it is paused, and does nothing by itself. */
  async function isOrphan({ parent, root, stopping, pausedBy }: RunRow, rows: readonly RunRow[]): Promise<boolean> {
    if (parent === undefined || stopping || rows.some((one) => one.id === parent)) return false;
    return pausedBy !== 'user' || (await journal.tree(root)).some((one) => one.id === parent);
  }

  function restated(row: RunRow, rows: readonly RunRow[]): Happening | undefined {
    const below = rows.filter((one) => one.parent === row.id);
    if (row.status !== 'waiting' || row.waitingOn !== 'child' || below.length === 0) return undefined;
    const reason = waitingFor(below.map((one) => ({ name: agents.get(one.agent)?.name ?? one.agent, row: one })));
    return reason === row.reason ? undefined : { kind: 'run-waiting', on: 'child', reason };
  }

  return { hasReturned, putRight };
}

const ORPHANED: Happening = { kind: 'stop-requested', because: 'The run that it worked for has ended.' };
