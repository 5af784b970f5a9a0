import { builtIn } from '#lib/agents/packages/index.ts';
import { agentRef } from '#lib/core/agent.ts';
import type { AskEnd, EngineConfig } from '#lib/core/engine.ts';
import { USER } from '#lib/core/label.ts';
import type { Decide } from '#lib/core/ports.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { freshStore } from '../../tests/support/store.ts';
import { createBudgetCheck } from './budget-check.ts';
import { createStep } from './step.ts';
import { createTabLeases } from './tab-leases.ts';

const HOSTED: EngineConfig = {
  ...{ kind: 'openai', id: 'e', name: 'E', baseUrl: 'https://a.example/v1', model: 'gpt-5', size: 'large' },
  contextTokens: 9_000,
};

/** A decider that has always one more question. */
const asksForEver: Decide = ({ state }) => ({
  ...{ kind: 'ask', slot: String(state.asks.size), what: 'w', ask: { kind: 'probe' }, ledger: [], label: USER },
});

export const used = (tokens: number): AskEnd => ({
  ...{ kind: 'answered', answer: 'a', usage: { inputTokens: tokens, outputTokens: 0, ms: 1, exact: true } },
});

/** A worker and a model on a store, both moved by hand; runs ask without end. */
export function spender(engine: EngineConfig = HOSTED) {
  const world = freshStore();
  const { store, time, ids } = world;
  const now = () => time.now;
  const budget = createBudgetCheck({ spend: store.spend, audit: store.audit, now });
  const step = createStep({
    ...{ owner: 'w', now, ids, tools: catalogue, journal: store.journal, requests: store.requests, budget },
    chance: () => 0.5,
    agent: async (ref) => builtIn.find((one) => agentRef(one) === ref),
    decide: asksForEver,
    engine: async () => engine,
    onDeviceOnly: async () => new Set(),
    invoke: async () => ({ kind: 'lost' }),
    openHost: async () => {},
    ...{ tabs: createTabLeases(), check: async () => undefined },
    ended: async () => {},
  });
  return {
    ...{ ...world, budget },
    row: (run: string) => store.database.runs.get(run),
    /** Steps a run until it can't go on by itself. */
    go: async (run: string) => {
      time.now += 1;
      if (!(await store.journal.claim(run, { owner: 'w', until: 1e15 }, new Set(['w'])))) return;
      while ((await step(run, new AbortController().signal)) === 'on');
      await store.journal.pass(run, 'w', null);
    },
    /** Ends the request that is under way in a run; false when there is none. */
    answer: async (run: string, end: AskEnd, usd?: number) => {
      time.now += 1;
      const open = (await store.requests.open()).find((one) => one.run === run);
      if (!open) return false;
      await store.requests.take(open.id, 'host', new Set());
      return store.requests.finish(open.id, end, usd);
    },
    resume: (run: string) => store.journal.append(run, [{ kind: 'run-resumed', reason: 'You let it go on.' }]),
  };
}
