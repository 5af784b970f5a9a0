import type { RunRow, RunState } from './run.ts';

/** The row that lists show, from the fold. The lease is not the journal's: it is kept from the row before. */
export function rowOf(state: RunState, updatedAt: number, lease: RunRow['lease']): RunRow {
  const { id, root, agent, title, task, engine, status, reason, stopping, createdAt, seq, depth, priority } = state;
  const { resumed, attended, recoveries, restedMs, tabs, bill } = state;
  return {
    ...{ id, root, agent, title, task, engine, status, reason, stopping, createdAt, updatedAt, seq, depth, priority },
    ...{ resumed, attended, recoveries, restedMs, tabs: [...tabs], class: state.class },
    ...{ steps: bill.steps, tokens: bill.tokens, usd: bill.usd, unpriced: bill.unpriced, openCalls: state.open.length },
    ...Object.fromEntries(WHERE_SET.flatMap((name) => (state[name] === undefined ? [] : [[name, state[name]]]))),
    ...(lease && { lease }),
  };
}

/** Facts that a row has only where the run has them. */
const WHERE_SET = [
  ...(['parent', 'parentCall', 'budget', 'schedule', 'retryOf', 'forkOf', 'continues'] as const),
  ...(['waitingOn', 'until', 'tab', 'pausedBy', 'cap', 'site', 'restingSince', 'startedAt', 'endedAt'] as const),
];
