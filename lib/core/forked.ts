import { Entries } from './entries.ts';
import { AGENT } from './label.ts';
import type { CallState, RunState } from './run.ts';
import { addReads, fresh, goOn } from './standing.ts';

/**
 * What the copied journal did stays; what it spent was the other run's. A fork is a root of its own that the person started by
 * hand: it is no child any more, no firing of a schedule, no retry.
 */
export function fork(state: RunState, { run, seq }: { run: string; seq: number }, at: number): void {
  const calls = [...state.calls].map(([id, one]) => [id, takenOver(one, at)] as const);
  const asks = [...state.asks].filter(([, one]) => one.end);
  goOn(state, at, false);
  // The words of a parent stay what they are: not the person's.
  if (state.parent !== undefined) state.taskLabel ??= AGENT;
  for (const name of [
    'parent',
    'parentCall',
    'schedule',
    'retryOf',
    'continues',
    'asking',
    'startedAt',
    'stoppedAt',
    'stoppedBecause',
  ] as const)
    delete state[name];
  Object.assign(state, fresh(at), { root: state.id, depth: 0, class: 'interactive', priority: 0, attended: true });
  state.calls = Entries.of(calls);
  state.asks = Entries.of(asks);
  state.open = calls.flatMap(([id, one]) => (one.outcome ? [] : [id]));
  state.forkOf = { run, seq };
  state.status = 'queued';
  state.stopping = false;
  state.createdAt = at;
  state.resumedAfter = state.asks.size;
  for (const [, one] of calls) if (one.outcome?.kind === 'uncertain') addReads(state, one);
}

/**
 * A call as a fork takes it over. With an outcome, as it is. Begun without one, the table of recovery holds: an act or a send may
 * have happened and is not repeated. Any other is asked for anew at its old place (sources are numbered by place), and nothing
 * that was decided or answered for the other run counts for it.
 */
function takenOver(one: CallState, at: number): CallState {
  if (one.outcome) return one;
  const { call, requestedAt, decided, startedAt } = one;
  if (startedAt === undefined || decided?.effect === 'read' || decided?.effect === 'draft')
    return { call, requestedAt };
  const message =
    'The run that this one was forked from was in the middle of this. It may have happened, so it is not repeated; look at the page.';
  return { ...one, outcome: { kind: 'uncertain', message }, endedAt: at };
}
