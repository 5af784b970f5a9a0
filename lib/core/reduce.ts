import { usedTokens } from './cost.ts';
import type { Happening, RunEvent } from './event.ts';
import { fork } from './forked.ts';
import { type CallState, isEnded, LONGEST_STEP_MS, type RunState } from './run.ts';
import { addReads, fresh, goOn, rest } from './standing.ts';

/** Changes with what folds yield: a checkpoint of another reducer is not used. */
export const REDUCER = 2;

/** Begins a run from its first event. */
export function beginRun(event: RunEvent): RunState {
  const { happening } = event;
  if (happening.kind !== 'run-created') throw new Error(`A journal begins with run-created, not ${happening.kind}.`);
  const { kind: _, ...facts } = happening;
  return {
    ...facts,
    id: event.run,
    depth: facts.depth ?? 0,
    class: facts.class ?? 'interactive',
    priority: 0,
    status: 'queued',
    reason: '',
    stopping: false,
    createdAt: event.at,
    seq: 1,
    ...fresh(event.at),
  };
}

/**
 * Folds one event into a run and yields the run after it. Terminal states never change: what comes after an end is kept out,
 * but for what a request still under way turns out to have cost.
 */
export function applyEvent(state: RunState, event: RunEvent): RunState {
  const next = { ...state, seq: state.seq + 1 };
  if (isEnded(state.status) && event.happening.kind === 'model-ended') endAsk(next, event.happening, event.at);
  if (isEnded(state.status) || isOverruled(state, event.happening)) return next;
  if (state.status === 'running') next.restedMs += Math.max(0, event.at - state.updatedAt - LONGEST_STEP_MS);
  next.updatedAt = event.at;
  apply(next, event.happening, event.at);
  return next;
}

/** The run that a journal tells. Throws on a journal that does not begin with `run-created`. */
export function foldJournal(events: readonly RunEvent[]): RunState {
  const [first, ...rest] = events;
  if (!first) throw new Error('The journal is empty.');
  return rest.reduce(applyEvent, beginRun(first));
}

/** The step under way when the person paused may still want to wait or to pause: the person's pause stands. */
function isOverruled({ pausedBy }: RunState, { kind }: Happening): boolean {
  return pausedBy === 'user' && (kind === 'run-waiting' || kind === 'run-paused');
}

/** Changes a copy that nobody else holds; what stands inside it is replaced, never changed. */
function apply(state: RunState, happening: Happening, at: number): void {
  switch (happening.kind) {
    case 'run-created':
      return;
    case 'run-forked':
      fork(state, happening, at);
      return;
    case 'run-started':
      // The person may have paused it in the meantime.
      if (state.status === 'queued') state.status = 'running';
      state.startedAt ??= at;
      return;
    case 'model-requested': {
      const { kind: _, ...facts } = happening;
      state.asks = state.asks.set(happening.request, { ...facts, requestedAt: at });
      state.asking = happening.request;
      state.bill = { ...state.bill, steps: state.bill.steps + 1 };
      return;
    }
    case 'model-ended':
      endAsk(state, happening, at);
      return;
    case 'call-requested': {
      const { call } = happening;
      if (state.calls.has(call.id)) return;
      state.calls = state.calls.set(call.id, { call, requestedAt: at });
      state.open = [...state.open, call.id];
      return;
    }
    case 'call-decided':
      changeCall(state, happening.call, (one) => ({ ...one, decided: happening }));
      return;
    case 'approval-requested':
      changeCall(state, happening.call, ({ answer: _, ...one }) => ({ ...one, approval: happening.approval }));
      return;
    case 'approval-answered':
      changeCall(state, happening.call, (one) => ({ ...one, answer: one.answer ?? happening }));
      state.deaths = 0;
      if (state.status === 'waiting' && state.waitingOn === 'approval') goOn(state, at, true);
      return;
    case 'call-started':
      changeCall(state, happening.call, (one) => ({ ...one, startedAt: at }));
      holdTab(state, happening.call);
      return;
    case 'call-ended':
      endCall(state, happening, at);
      return;
    case 'run-recovered':
      state.recoveries += 1;
      state.deaths += 1;
      return;
    case 'run-waiting':
      goOn(state, at, false);
      state.status = 'waiting';
      state.waitingOn = happening.on;
      if (happening.until !== undefined) state.until = happening.until;
      if (happening.tab !== undefined) state.tab = happening.tab;
      rest(state, happening.reason, at);
      return;
    case 'run-paused':
      goOn(state, at, false);
      state.status = 'paused';
      state.pausedBy = happening.by;
      if (happening.site) state.site = happening.site;
      if (happening.cap) state.cap = happening.cap;
      rest(state, happening.reason, at);
      return;
    case 'run-resumed':
      goOn(state, at, true);
      state.startedAt ??= at;
      state.deaths = 0;
      state.engine = happening.engine ?? state.engine;
      if (happening.playbook) state.playbook = happening.playbook;
      return;
    case 'priority-changed':
      state.priority = happening.priority;
      return;
    case 'budget-changed':
      state.budget = happening.budget;
      return;
    case 'stop-requested':
      stop(state, happening, at);
      return;
    case 'run-ended':
      goOn(state, at, false);
      state.status = happening.state;
      state.reason = happening.reason;
      state.endedAt = at;
      state.tabs = [];
      return;
    default:
      happening satisfies never;
  }
}

function endAsk(state: RunState, happening: Extract<Happening, { kind: 'model-ended' }>, at: number): void {
  const { request, end, usd } = happening;
  const asked = state.asks.get(request);
  if (!asked || asked.end) return;
  state.asks = state.asks.set(request, { ...asked, end, endedAt: at });
  if (state.asking === request) delete state.asking;
  if (end.kind === 'failed') state.problem = end.problem;
  if (end.kind === 'answered') state.deaths = 0;
  const { inputTokens, outputTokens } = usedTokens(asked.ledger, end);
  const tokens = inputTokens + outputTokens;
  state.usage = {
    inputTokens: state.usage.inputTokens + inputTokens,
    outputTokens: state.usage.outputTokens + outputTokens,
  };
  state.bill = {
    ...state.bill,
    tokens: state.bill.tokens + tokens,
    usd: state.bill.usd + (usd ?? 0),
    unpriced: state.bill.unpriced + (usd === undefined ? tokens : 0),
  };
}

function endCall(state: RunState, { call, outcome }: Extract<Happening, { kind: 'call-ended' }>, at: number): void {
  state.bill = { ...state.bill, steps: state.bill.steps + 1 };
  state.deaths = 0;
  const one = state.calls.get(call);
  if (!one || one.outcome) return;
  const ended = { ...one, outcome, endedAt: at };
  state.calls = state.calls.set(call, ended);
  state.open = state.open.filter((id) => id !== call);
  addReads(state, ended);
}

/** The first word of it counts. */
function stop(state: RunState, { because }: Extract<Happening, { kind: 'stop-requested' }>, at: number): void {
  if (!state.stopping && because !== undefined) state.stoppedBecause = because;
  state.stopping = true;
  state.stoppedAt ??= at;
}

/** An act on a tab keeps other runs' hands off it until this run waits, is paused or ends. */
function holdTab(state: RunState, id: string): void {
  const one = state.calls.get(id);
  const tab = one?.call.args.tab;
  if (typeof tab !== 'number' || one?.decided === undefined || one.decided.effect === 'read') return;
  if (!state.tabs.includes(tab)) state.tabs = [...state.tabs, tab];
}

function changeCall(state: RunState, id: string, change: (call: CallState) => CallState): void {
  const one = state.calls.get(id);
  if (one && !one.outcome) state.calls = state.calls.set(id, change(one));
}
