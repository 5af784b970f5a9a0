import { builtIn } from '#lib/agents/packages/index.ts';
import type { Caps } from '#lib/agents/scheduler/pick.ts';
import type { Invocation, Progress } from '#lib/broker/progress.ts';
import { agentRef } from '#lib/core/agent.ts';
import { BASIC } from '#lib/core/engine.ts';
import type { Happening } from '#lib/core/event.ts';
import { USER } from '#lib/core/label.ts';
import type { Decide } from '#lib/core/ports.ts';
import type { Store } from '#lib/store/index.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import type { freshStore } from '../../tests/support/store.ts';
import { createBudgetCheck } from './budget-check.ts';
import { capsFor } from './caps.ts';
import { createDispatcher } from './dispatcher.ts';
import { createStep } from './step.ts';
import { createTabLeases } from './tab-leases.ts';

type Invoke = (of: Invocation) => Promise<Progress>;
export const CALLS = ['1', '2', '3'];

/** Three calls in a row, then the end. */
export const threeCalls: Decide = ({ state }) => {
  const next = CALLS.find((id) => !state.calls.has(id));
  if (!next) return { kind: 'end', state: 'succeeded', reason: 'Done.' };
  return { kind: 'calls', calls: [{ id: next, tool: 'save_draft', args: {}, labels: { '*': USER } }] };
};

/** A worker on a store: `die` makes it one whose writes and wakes no longer count, as a killed one's. */
export function worker(
  world: ReturnType<typeof freshStore>,
  owner: string,
  alive: Set<string>,
  options: { invoke?: Invoke; decide?: Decide; caps?: Caps; reconcile?: () => Promise<void> } = {},
) {
  const { store, time, ids } = world;
  alive.add(owner);
  const step = createStep({
    ...{ owner, now: () => time.now, ids, tools: catalogue, journal: store.journal, requests: store.requests },
    chance: () => 0.5,
    agent: async (ref) => builtIn.find((one) => agentRef(one) === ref),
    decide: options.decide ?? threeCalls,
    engine: async () => BASIC,
    onDeviceOnly: async () => new Set(),
    invoke: options.invoke ?? ((of) => carryOut(store, owner, of)),
    openHost: async () => {},
    ...{ tabs: createTabLeases(), check: async () => undefined },
    budget: createBudgetCheck({ spend: store.spend, audit: store.audit, now: () => time.now }),
    ended: async () => {},
  });
  const dispatcher = createDispatcher({
    ...{ owner, now: () => time.now, journal: store.journal, step },
    isHeld: async () => false,
    caps: async () => options.caps ?? capsFor([BASIC]),
    alive: async () => alive,
    reconcile: options.reconcile ?? (async () => {}),
    settled: async () => {},
    broken: async (run, error) => {
      await store.journal.append(run, [{ kind: 'run-ended', state: 'failed', reason: String(error) }]);
    },
  });
  return { ...dispatcher, die: () => alive.delete(owner) };
}

/** What the broker journals of a call that is not in the journal yet. */
export const requestedBy = ({ call, isNew }: Invocation): Happening[] =>
  isNew ? [{ kind: 'call-requested', call }] : [];

export async function carryOut(store: Store, owner: string, of: Invocation): Promise<Progress> {
  const { state, call } = of;
  const outcome = { kind: 'done' as const, value: call.id, label: USER, words: 'Did it' };
  const kept = await store.journal.append(
    state.id,
    [
      ...requestedBy(of),
      { kind: 'call-started', call: call.id },
      { kind: 'call-ended', call: call.id, outcome, ms: 1 },
    ],
    owner,
  );
  return kept ? { kind: 'ended', outcome } : { kind: 'lost' };
}

export const statusOf = async (store: Store, run = 'run-1') => (await store.database.runs.get(run))?.status;
