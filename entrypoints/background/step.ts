import { MOST_RETRIES, retryDelay } from '#lib/agents/scheduler/retry.ts';
import type { Invocation, Progress } from '#lib/broker/progress.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Call, Outcome } from '#lib/core/call.ts';
import { BASIC, type EngineConfig, type Problem } from '#lib/core/engine.ts';
import type { Happening } from '#lib/core/event.ts';
import type { Decide, Ids, Journal, Next, Requests } from '#lib/core/ports.ts';
import { applyEvent } from '#lib/core/reduce.ts';
import { type AskState, isEnded, openAsk, openCalls, type RunState } from '#lib/core/run.ts';
import type { CallContext, ToolSpec } from '#lib/core/tool.ts';
import type { BudgetCheck } from './budget-check.ts';
import { callStep } from './call-step.ts';
import { cancelling } from './cancel.ts';
import type { TabLeases } from './tab-leases.ts';

/** A question whose engine host died is asked again this often, then the run pauses. */
const MAX_LOST = 3;
/** A run that dies more often than this without one step coming to its end is parked. */
const MAX_DEATHS = 3;

/** How a run ended, and why in words. */
export type RunEnding = Extract<Happening, { kind: 'run-ended' }>;

/** How a run stands after a step: it can go `on` at once, its engine was `asked` and holds it now, or it rests. */
export type Pace = 'on' | 'asked' | 'rest';

/** One bounded step of a run whose lease this worker holds. */
export type Step = (run: string, signal: AbortSignal) => Promise<Pace>;

export type StepPorts = {
  owner: string;
  now: () => number;
  /** In [0, 1): spreads retries. */
  chance: () => number;
  ids: Ids;
  journal: Pick<Journal, 'append' | 'follow' | 'fold' | 'seen'>;
  requests: Pick<Requests, 'begin'>;
  /** The package that a run pins. */
  agent: (ref: string) => Promise<AgentPackage | undefined>;
  tools: ReadonlyMap<string, ToolSpec>;
  decide: Decide;
  engine: (id: string) => Promise<EngineConfig | undefined>;
  onDeviceOnly: () => Promise<ReadonlySet<string>>;
  invoke: (of: Invocation, options: { signal: AbortSignal }) => Promise<Progress>;
  openHost: () => Promise<void>;
  tabs: TabLeases;
  check: (context: CallContext) => Promise<Outcome | undefined>;
  budget: Pick<BudgetCheck, 'reached' | 'paused'>;
  /** After the end: grants of the run lapse, tabs it opened close, the person is told. */
  ended: (state: RunState, ending: RunEnding) => Promise<void>;
};

/** Failed tries of one question in a row, the newest first. A resume by the person begins anew: it stands after a pause. */
function failuresIn(asks: Iterable<AskState>, slot: string): number {
  let count = 0;
  for (const one of asks) {
    if (one.slot !== slot || one.end?.kind !== 'failed') break;
    count += 1;
  }
  // After the last try came a pause; what the person let go on is tried as often again.
  return ((count - 1) % (MOST_RETRIES + 1)) + 1;
}

/** Whether there is nothing to do for a run now. A stop is something, whatever it waits for. */
function isResting({ status, stopping }: RunState): boolean {
  return isEnded(status) || (!stopping && (status === 'waiting' || status === 'paused'));
}

/** The tries of one question, which stand at the end of all: a long run costs no more to look through than a short one. */
function triesOf(asks: Iterable<AskState>, slot: string): AskState[] {
  const tries: AskState[] = [];
  for (const one of asks) {
    if (one.slot !== slot) break;
    tries.push(one);
  }
  return tries;
}

export function createStep(ports: StepPorts): Step {
  const append = (run: string, ...happenings: Happening[]) => ports.journal.append(run, happenings, ports.owner);

  async function end(state: RunState, ending: RunEnding, before: Happening[] = []): Promise<Pace> {
    if (await append(state.id, ...before, ending)) await ports.ended(state, ending);
    return 'rest';
  }

  async function cancel(state: RunState): Promise<Pace> {
    const { cut, reason } = await cancelling(state, ports);
    return end(state, { kind: 'run-ended', state: 'cancelled', reason }, cut);
  }

  async function pause(run: string, why: Omit<Extract<Happening, { kind: 'run-paused' }>, 'kind'>): Promise<Pace> {
    await append(run, { kind: 'run-paused', ...why });
    return 'rest';
  }

  /** A run that takes the worker down with it, time and again, must not keep it restarting. */
  function park({ id, deaths, open }: RunState): Promise<Pace> {
    const where = open.length > 0 ? ' in the same action' : ' at the same point';
    const reason = `The worker was stopped ${deaths} times${where} of this run, so it is parked. What it did is kept.`;
    return pause(id, { by: 'fault', reason });
  }

  /** What may pass by itself is waited for, longer each time; then it is the person's matter. */
  async function askAgainLater({ id, asks }: RunState, problem: Problem): Promise<Pace> {
    const last = asks.newestFirst().next().value;
    const failures = last ? failuresIn(asks.newestFirst(), last.slot) : 1;
    const delay = retryDelay(problem, failures, ports.chance());
    if (delay === undefined) return pause(id, { by: 'model', reason: problem.message });
    const reason = `${problem.message} It is asked again by itself, try ${failures + 1} of ${MOST_RETRIES + 1}.`;
    await append(id, { kind: 'run-waiting', on: 'timer', reason, until: ports.now() + delay });
    return 'rest';
  }

  async function ask(
    state: RunState,
    next: Extract<Next, { kind: 'ask' }>,
    { agent, engine }: { agent: AgentPackage; engine: EngineConfig },
  ): Promise<Pace> {
    const atCap = await ports.budget.reached(state, agent, engine);
    if (atCap) {
      const paused = await append(state.id, { kind: 'run-paused', by: 'budget', ...atCap });
      if (paused) await ports.budget.paused(state, atCap);
      return 'rest';
    }
    const before = triesOf(state.asks.newestFirst(), next.slot);
    // What was cut off before the person let the run go on is forgiven: else it could never ask again.
    const since = before.slice(0, Math.max(0, state.asks.size - (state.resumedAfter ?? 0)));
    const lost = since.filter((one) => one.end?.kind === 'aborted').length;
    if (lost >= MAX_LOST)
      return pause(state.id, {
        by: 'model',
        reason: `${engine.name} was cut off ${lost} times. What it had read is kept.`,
      });
    const request = ports.ids.next('request');
    const { slot, what, ledger, label } = next;
    const asked: Happening = {
      kind: 'model-requested',
      request,
      slot,
      attempt: before.length + 1,
      engine: engine.id,
      what,
      ledger,
      label,
    };
    const row = {
      id: request,
      run: state.id,
      engine,
      label,
      ask: next.ask,
      state: 'open' as const,
      partial: '',
      createdAt: ports.now(),
    };
    if (!(await ports.requests.begin(row, asked, ports.owner))) return 'rest';
    await ports.openHost();
    return 'asked';
  }

  /** A single reading is requested with what is decided of it, in one write; of several all are requested before the first of them begins. */
  async function call(
    state: RunState,
    agent: AgentPackage,
    calls: readonly Call[],
    signal: AbortSignal,
  ): Promise<Pace> {
    const requested = calls.map((one): Happening => ({ kind: 'call-requested', call: one }));
    const [first, ...more] = requested;
    // What is more than a reading may be looked at again after the person's answer, and tells its moment by the journal.
    const isReading = calls.every((one) => ports.tools.get(one.tool)?.effect === 'read');
    if (!first || more.length > 0 || !isReading) return (await append(state.id, ...requested)) ? 'on' : 'rest';
    const asked = applyEvent(state, { run: state.id, seq: state.seq, at: ports.now(), happening: first });
    return callStep({ ...ports, append }, { state: asked, agent, open: openCalls(asked), isNew: true, signal });
  }

  async function decideStep(state: RunState, agent: AgentPackage, signal: AbortSignal): Promise<Pace> {
    const [engine, onDeviceOnly] = await Promise.all([ports.engine(state.engine), ports.onDeviceOnly()]);
    if (!engine)
      return pause(state.id, {
        by: 'model',
        reason: 'The model of this run is not set up any more. Choose another one.',
      });
    const next = ports.decide({ state, agent, engine, onDeviceOnly });
    switch (next.kind) {
      case 'calls':
        return call(state, agent, next.calls, signal);
      case 'ask':
        return ask(state, next, { agent, engine: next.engine === 'basic' ? BASIC : engine });
      case 'blocked':
        return pause(state.id, { by: 'model', reason: next.reason });
      case 'end':
        return end(state, { kind: 'run-ended', state: next.state, reason: next.reason });
    }
  }

  /** Goes on with a run that nothing holds up: with its open calls, else with what its decider says. */
  async function goOn(state: RunState, signal: AbortSignal): Promise<Pace> {
    const agent = await ports.agent(state.agent);
    if (!agent) {
      const reason = `The agent ${state.agent} is not installed any more.`;
      return end(state, { kind: 'run-ended', state: 'failed', reason });
    }
    const open = openCalls(state);
    if (open.length > 0) return callStep({ ...ports, append }, { state, agent, open, signal });
    return decideStep(state, agent, signal);
  }

  return async (run, signal) => {
    const state = ports.journal.seen(run) ?? (await ports.journal.fold(run));
    if (!state) return 'rest';
    ports.tabs.saw(state);
    if (isResting(state)) return 'rest';
    if (state.stopping) return cancel(state);
    if (state.deaths > MAX_DEATHS) return park(state);
    if (state.status === 'queued') return (await append(run, { kind: 'run-started' })) ? 'on' : 'rest';
    if (state.problem) return askAgainLater(state, state.problem);
    return openAsk(state) ? 'rest' : goOn(state, signal);
  };
}
