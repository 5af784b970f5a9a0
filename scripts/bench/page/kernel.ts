import * as z from 'zod/mini';
import { createDecide } from '#lib/agents/decide.ts';
import { createBroker } from '#lib/broker/invoke.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Engine, EngineConfig } from '#lib/core/engine.ts';
import { siteLabel } from '#lib/core/label.ts';
import type { ToolRunner } from '#lib/core/ports.ts';
import { createEngineHost } from '#lib/models/host.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import { aliveNames, holdName } from '#lib/platform/liveness.ts';
import type { Durability } from '#lib/store/database.ts';
import { createStore } from '#lib/store/index.ts';
import { openApprovals } from '#lib/store/open-approvals.ts';
import { defineTool } from '#lib/tools/define.ts';
import { createBudgetCheck } from '../../../entrypoints/background/budget-check.ts';
import { capsFor } from '../../../entrypoints/background/caps.ts';
import { createDispatcher } from '../../../entrypoints/background/dispatcher.ts';
import { createReconcile } from '../../../entrypoints/background/reconcile.ts';
import { createStep } from '../../../entrypoints/background/step.ts';
import { createTabLeases } from '../../../entrypoints/background/tab-leases.ts';

const SITE = 'https://bench.example';
const ENGINE: EngineConfig = {
  ...{ kind: 'openai', id: 'bench', name: 'Bench', baseUrl: 'http://127.0.0.1:1/v1', model: 'none' },
  ...{ size: 'large', contextTokens: 128_000 },
};

/** A tool that does nothing on a page. It is weighed, granted, audited and journaled as any other that reads. */
const NOOP = defineTool({
  ...{ name: 'noop', capability: 'read' as const, effect: 'read' as const, where: 'page' as const },
  description: 'Does nothing.',
  args: z.strictObject({ n: z.number() }),
  words: ({ n }) => ({ doing: `Doing nothing, ${n}`, did: `Did nothing, ${n}` }),
});

const AGENT: AgentPackage = {
  ...{ schema: 1, id: 'bench', version: '1.0.0', name: 'Bench', icon: 'bot', role: 'Works.', instructions: 'Work.' },
  ...{ tools: ['noop'], permissions: [{ capability: 'read', why: 'To do nothing.' }] },
  ...{ starters: [], delegates: [], outputs: [], playbooks: [] },
};

/** A run as these measurements begin it: without caps, or it would pause at them. */
export const newRun = (id: string) => ({
  ...{ id, agent: 'bench@1.0.0', task: 'Work.', title: 'Work', inputs: [], engine: ENGINE.id, attended: true },
  budget: {},
});

export type KernelOptions = {
  database: string;
  /** Without it, as shipped: strict where something could be lost. */
  commits?: Durability | undefined;
  /** The model. Answers at once. */
  chat: NonNullable<Engine['chat']>;
  /** Called where a real tool would begin. */
  noop: () => void;
  ended: (run: string) => void;
};

/**
 * The run kernel as the extension has it: dispatcher, step, decider, broker, budgets, journal in a real IndexedDB, engine host. Left out is
 * Chrome's part, which the others have not got either: the host stands in the same page and is told by a call, not by a message.
 */
export async function openKernel({ database, commits, chat, noop, ended }: KernelOptions) {
  const store = createStore({ clock, ids, name: database, ...(commits && { commits }) });
  const { journal, approvals, grants, audit, requests, settings, spend } = store;
  const [owner, hostName] = [ids.next('worker'), ids.next('host')];
  const now = clock.now;
  const tools = new Map([['noop', NOOP]]);
  const runner: ToolRunner = {
    look: async () => ({ kind: 'found', site: SITE, reachable: true, url: `${SITE}/`, title: 'Bench' }),
    run: async () => {
      noop();
      return { kind: 'done', value: {}, label: siteLabel(SITE), words: 'Did nothing' };
    },
  };
  const broker = createBroker({
    ...{ owner, clock, ids, runner, tools, journal, approvals, grants, audit },
    ...{ contacts: async () => [], origin: journal.fold },
  });
  const notAsked = () => Promise.reject(new Error('Nothing is asked but turns.'));
  const host = createEngineHost({
    ...{ requests, owner: hostName, alive: aliveNames, now, publish: () => {} },
    engineOf: () => ({ chat, think: notAsked, probe: notAsked }),
    withheld: async () => undefined,
    cost: async () => (await spend.prices())[ENGINE.id]?.input ?? 0,
    knock: (run) => void (run === undefined ? dispatcher.wake() : dispatcher.answered(run)),
  });
  const tabs = createTabLeases();
  const budget = createBudgetCheck({ spend, audit, now });
  const openHost = async () => void host.pump();
  const broken = async (run: string, error: unknown) => {
    console.error(run, error);
    ended(run);
  };
  const step = createStep({
    ...{ owner, now, ids, tools, journal, requests, openHost, tabs, budget, chance: Math.random },
    agent: async () => AGENT,
    decide: createDecide({ tools }),
    engine: settings.engine,
    onDeviceOnly: grants.onDeviceOnly,
    ...{ invoke: broker.invoke, check: async () => undefined, ended: async ({ id }) => ended(id) },
  });
  const dispatcher = createDispatcher({
    isHeld: settings.isHeld,
    ...{ owner, now, journal, step, alive: aliveNames, broken, settled: async () => {} },
    caps: async () => capsFor(await settings.engines()),
    reconcile: createReconcile({
      ...{ journal, requests, approvals, alive: aliveNames, now, openHost, broken, cost: async () => 0 },
      ...{ canReach: async () => true, isFree: () => true, hasReturned: async () => false, others: async () => {} },
      ...{
        learn: tabs.learn,
        lifted: budget.lifted,
        putRight: async () => {},
        openApprovals: () => openApprovals(store.database),
      },
      abort: async (these) => host.abort(these),
    }),
  });
  return {
    ...{ store, wake: dispatcher.wake },
    /** Holds its names and sets up its engine and its grant; once per page and database. */
    settle: async () => {
      await Promise.all([holdName(owner), holdName(hostName)]);
      await settings.save(ENGINE);
      const granted = { agent: 'bench', site: SITE, mode: 'always' as const, createdAt: now(), usedAt: now() };
      await grants.put({ ...granted, id: 'read', capability: 'read' });
    },
  };
}
