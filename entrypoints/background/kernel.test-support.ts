import { withheldFrom } from '#lib/agents/context/privacy.ts';
import { createDecide } from '#lib/agents/decide.ts';
import { builtIn } from '#lib/agents/packages/index.ts';
import { createBroker } from '#lib/broker/invoke.ts';
import { agentRef } from '#lib/core/agent.ts';
import type { Engine } from '#lib/core/engine.ts';
import type { Input } from '#lib/core/input.ts';
import { siteLabel } from '#lib/core/label.ts';
import type { Decide, ToolRunner } from '#lib/core/ports.ts';
import { isEnded } from '#lib/core/run.ts';
import { siteOf } from '#lib/core/site.ts';
import { createBasicEngine } from '#lib/models/basic/engine.ts';
import { createEngineHost } from '#lib/models/host.ts';
import type { Store } from '#lib/store/index.ts';
import { openApprovals } from '#lib/store/open-approvals.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { freshStore } from '../../tests/support/store.ts';
import { prepareRun } from '../orders/prepare-run.ts';
import { saveSchedule } from '../orders/save-schedule.ts';
import { startRun } from '../orders/start-run.ts';
import { createBudgetCheck } from './budget-check.ts';
import { capsFor } from './caps.ts';
import { createDispatcher } from './dispatcher.ts';
import { createReconcile } from './reconcile.ts';
import { createAnnexRunner } from './runners/annex-runner.ts';
import { createRunners } from './runners/runner.ts';
import { numberReading, sourceNumber } from './runners/sources.ts';
import { createStep } from './step.ts';
import { createTabLeases } from './tab-leases.ts';
import { createTree } from './tree.ts';

export type TestPage = { url: string; title: string; text: string; reads?: number };

/** The kernel on a store in memory, with pages by tab that answer at once: everything is real but Chrome and the models. */
export function createKernel(pages: Record<number, TestPage>, options: { decide?: Decide; hosted?: Engine } = {}) {
  const { store, ids } = freshStore();
  const alive = new Set(['host-1']);
  const workers: { wake: () => Promise<void>; name: string }[] = [];
  const wakeAll = async () => {
    for (const one of workers) if (alive.has(one.name)) await one.wake();
  };
  const host = createEngineHost({
    ...{ requests: store.requests, owner: 'host-1', alive: () => alive, now: Date.now },
    engineOf: ({ kind }) => (kind === 'openai' && options.hosted) || createBasicEngine({ now: Date.now }),
    cost: async () => 0,
    publish: () => {},
    withheld: async (engine, label) => withheldFrom(engine, label, await store.grants.onDeviceOnly()),
    knock: () => void wakeAll(),
  });
  const reading: Reading = {};
  const page = pageRunner(pages, reading);

  /** A service worker. `ports` are what it sees of the store: a test may let it die there. */
  function worker(name: string, ports: Store = store) {
    alive.add(name);
    const agents = new Map(builtIn.map((agent) => [agentRef(agent), agent]));
    const agent = async (ref: string) => agents.get(ref) ?? ports.packages.get(ref);
    const delegation = {
      ...{
        agent,
        installed: builtIn,
        now: Date.now,
        children: ports.children,
        journal: ports.journal,
        grants: ports.grants,
      },
      prepare: (order: Parameters<typeof prepareRun>[0]) => prepareRun(order, store),
    };
    const annex = createAnnexRunner({
      ...{ artifacts: ports.artifacts, hash: async (text) => `hash of ${text}`, delegation, zone: () => 'UTC' },
      createSchedule: (order, of) => saveSchedule(order, store, of),
    });
    const broker = createBroker({
      ...{ owner: name, clock: { now: Date.now }, ids, tools: catalogue, contacts: async () => [] },
      runner: createRunners({ page, browser: page, annex }),
      ...{ journal: ports.journal, approvals: ports.approvals, grants: ports.grants, audit: store.audit },
      origin: store.journal.fold,
    });
    const tabs = createTabLeases();
    const budget = createBudgetCheck({ spend: ports.spend, audit: store.audit, now: Date.now });
    const step = createStep({
      ...{ owner: name, now: Date.now, chance: () => 0, ids, agent, tools: catalogue, tabs, budget },
      ...{ journal: ports.journal, requests: ports.requests, invoke: broker.invoke, openHost: host.pump },
      decide: options.decide ?? createDecide({ tools: catalogue }),
      engine: store.settings.engine,
      onDeviceOnly: store.grants.onDeviceOnly,
      check: async () => undefined,
      ended: (state) => store.grants.endRun(state.id),
    });
    const tree = createTree({ journal: ports.journal, children: ports.children, agents, tools: catalogue });
    const dispatcher = createDispatcher({
      isHeld: store.settings.isHeld,
      ...{ owner: name, now: Date.now, journal: ports.journal, step, alive: async () => alive },
      caps: async () => capsFor(await store.settings.engines()),
      reconcile: createReconcile({
        ...{ journal: ports.journal, requests: store.requests, approvals: store.approvals, now: Date.now },
        ...{ alive: async () => alive, canReach: async () => true, openHost: host.pump, abort: async () => {} },
        ...{ learn: tabs.learn, isFree: () => true, hasReturned: tree.hasReturned, putRight: tree.putRight },
        ...{ lifted: budget.lifted, cost: async () => 0, others: async () => {} },
        openApprovals: () => openApprovals(store.database),
        broken: async (run, error) => Promise.reject(new Error(`${run} broke: ${error}`)),
      }),
      settled: async () => {},
      broken: async (run, error) => {
        await store.journal.append(run, [{ kind: 'run-ended', state: 'failed', reason: String(error) }]);
      },
    });
    const one = { name, wake: dispatcher.wake, interrupt: dispatcher.interrupt, die: () => void alive.delete(name) };
    workers.push(one);
    return one;
  }

  return {
    ...{ store, ids, pages, reading, worker, wakeAll },
    start: (order: { agent: string; task: string; inputs: Input[]; engine?: string }) =>
      startRun({ engine: 'basic', ...order }, store),
    tree: (root: string) => store.journal.tree(root),
    isOver: async (run: string) => isEnded((await store.database.runs.get(run))?.status ?? 'queued'),
  };
}
export type Kernel = ReturnType<typeof createKernel>;

/** Tabs of these pages as a person hands them over. */
export const handed = (pages: Record<number, TestPage>): Input[] =>
  Object.entries(pages).map(([tab, { url, title }]) => ({ kind: 'tab', tab: Number(tab), url, title }));

/** What a reading waits for before it answers. */
type Reading = { wait?: ((signal: AbortSignal) => Promise<void>) | undefined };

function pageRunner(pages: Record<number, TestPage>, reading: Reading): ToolRunner {
  const pageOf = (tab: unknown) => pages[Number(tab)];
  return {
    look: async ({ call }) => {
      const page = pageOf(call.args.tab);
      if (!page) return { kind: 'gone', message: 'The tab was closed.' };
      return { kind: 'found', site: siteOf(page.url) ?? '', reachable: true, url: page.url, title: page.title };
    },
    run: async ({ state, call, spec }, { signal }) => {
      await reading.wait?.(signal);
      const page = pageOf(call.args.tab);
      if (!page || spec.name !== 'read') return { kind: 'failed', message: `There is no ${spec.name} here.` };
      page.reads = (page.reads ?? 0) + 1;
      const { url, title, text } = page;
      const value = numberReading(
        { url, title, passages: text.split('\n').map((one) => ({ text: one })), links: [], notes: [] },
        sourceNumber(state, call.id),
      );
      return { kind: 'done', value, label: siteLabel(siteOf(url) ?? ''), words: `Read "${title}"` };
    },
  };
}
