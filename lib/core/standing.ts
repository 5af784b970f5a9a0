import { Entries } from './entries.ts';
import { joinLabels } from './label.ts';
import { type AskState, type CallState, labelsOf, type RunState } from './run.ts';

/** What a run begins with, and a fork begins anew with: nothing spent, nothing under way. */
export function fresh(at: number) {
  return {
    resumed: false,
    recoveries: 0,
    deaths: 0,
    calls: Entries.of<CallState>(),
    asks: Entries.of<AskState>(),
    open: [],
    tabs: [],
    bill: { usd: 0, unpriced: 0, tokens: 0, steps: 0 },
    usage: { inputTokens: 0, outputTokens: 0 },
    restedMs: 0,
    updatedAt: at,
  };
}

/** A run that waits or is paused holds no slot and no tab, and its clock stands still. */
export function rest(state: RunState, reason: string, at: number): void {
  state.reason = reason;
  state.tabs = [];
  if (state.startedAt !== undefined) state.restingSince = at;
}

/** Whatever it waited for is over. */
export function goOn(state: RunState, at: number, resumed: boolean): void {
  if (resumed && state.status === 'paused') state.resumedAfter = state.asks.size;
  state.status = 'running';
  state.reason = '';
  state.resumed = resumed;
  if (state.restingSince !== undefined) state.restedMs += Math.max(0, at - state.restingSince);
  for (const name of ['restingSince', 'waitingOn', 'until', 'tab', 'pausedBy', 'cap', 'site', 'problem'] as const)
    delete state[name];
}

/** What a call brought in stays with the run. */
export function addReads(state: RunState, ended: CallState): void {
  const labels = labelsOf(ended);
  if (labels.length > 0) state.reads = joinLabels(state.reads ? [state.reads, ...labels] : labels);
}
