import { createDecide } from '#lib/agents/decide.ts';
import { builtIn } from '#lib/agents/packages/index.ts';
import { createBroker } from '#lib/broker/invoke.ts';
import { onKnock, tellAbort, tellHost, watchForeign } from '#lib/bus/messages.ts';
import { agentRef } from '#lib/core/agent.ts';
import { nextDay } from '#lib/core/day.ts';
import type { RunRow, RunState } from '#lib/core/run.ts';
import { costOf } from '#lib/models/cost-of.ts';
import { createDue, onTick, setTick } from '#lib/platform/alarms.ts';
import { clock, ids, sha256 } from '#lib/platform/ids.ts';
import { aliveNames, holdName, WORKER } from '#lib/platform/liveness.ts';
import { openOffscreen } from '#lib/platform/offscreen.ts';
import { tellPage } from '#lib/platform/page-link.ts';
import { canReach } from '#lib/platform/permissions.ts';
import { remembered } from '#lib/platform/session.ts';
import { tellStorage } from '#lib/platform/storage-notice.ts';
import { closeUntouched, groupTab, watchTouched } from '#lib/platform/tab-groups.ts';
import { createTab, getTab, loadTab, reloadTab, waitLoaded } from '#lib/platform/tabs.ts';
import { createStore } from '#lib/store/index.ts';
import { JournalBroken } from '#lib/store/journal.ts';
import { openApprovals } from '#lib/store/open-approvals.ts';
import { troubleOf } from '#lib/store/trouble.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { prepareRun } from '../orders/prepare-run.ts';
import { runOf } from '../orders/run-schedule.ts';
import { ownZone, saveSchedule } from '../orders/save-schedule.ts';
import { createBudgetCheck } from './budget-check.ts';
import { capsFor } from './caps.ts';
import { createDispatcher } from './dispatcher.ts';
import { notify, onReview, showBadge } from './needs-you.ts';
import { createReconcile } from './reconcile.ts';
import { createAnnexRunner } from './runners/annex-runner.ts';
import { createBrowserRunner, openedTabs } from './runners/browser-runner.ts';
import { createPageRunner } from './runners/page-runner.ts';
import { createRunners } from './runners/runner.ts';
import { createScheduling } from './schedules.ts';
import { createSpareTime } from './spare-time.ts';
import { createStep, type RunEnding } from './step.ts';
import { createStorageTrouble } from './storage-trouble.ts';
import { createTabLeases } from './tab-leases.ts';
import { createTree } from './tree.ts';
import { openWaysIn } from './ways-in.ts';

/** Wires the service worker. Listeners are registered synchronously, as Chrome demands; the first wake follows. */
export function composeBackground(): void {
  const store = createStore({ clock, ids });
  const owner = ids.next(WORKER);
  const named = holdName(owner);
  const now = clock.now;

  const setDue = createDue(woken);
  const trouble = createStorageTrouble({ now, tell: tellStorage, wakeAt: setDue, wait: waitMs, probe: store.probe });
  const journal: typeof store.journal = {
    ...store.journal,
    append: async (...of) => {
      const kept = await store.journal.append(...of);
      await trouble.worked();
      return kept;
    },
  };

  const openHost = async () => {
    await openOffscreen();
    await tellHost();
  };
  const agents = new Map(builtIn.map((agent) => [agentRef(agent), agent]));
  const agent = async (ref: string) => agents.get(ref) ?? store.packages.get(ref);
  const page = createPageRunner({ getTab, waitLoaded, wakeTab: reloadTab, canReach, tell: tellPage });
  const openGrouped = async (url: string, run: { id: string; title: string }) => {
    const tab = await createTab(url);
    await groupTab(tab, run);
    return tab;
  };
  const runner = createRunners({
    page,
    browser: createBrowserRunner({
      ...{ getTab, createTab: openGrouped, loadTab, waitLoaded, canReach, opened: remembered('opened') },
    }),
    annex: createAnnexRunner({
      ...{ artifacts: store.artifacts, hash: sha256, zone: ownZone },
      delegation: { ...{ agent, installed: builtIn, now }, ...store, prepare: (order) => prepareRun(order, store) },
      createSchedule: (order, of) => saveSchedule(order, store, of),
    }),
  });
  const broker = createBroker({
    ...{ owner, clock, ids, runner, tools: catalogue },
    ...{ approvals: store.approvals, grants: store.grants },
    // What was done is known only here until it is written.
    journal: { append: (...of) => trouble.patiently(() => journal.append(...of)) },
    audit: { append: (row) => trouble.patiently(() => store.audit.append(row)) },
    isPassing: (error) => troubleOf(error) !== undefined,
    // The contact list comes with its own view; until then nobody is in it, so every foreign address is asked about.
    contacts: async () => [],
    origin: store.journal.fold,
    check: page.check,
  });
  async function ended(state: RunState, ending: RunEnding): Promise<void> {
    await store.grants.endRun(state.id);
    await store.audit.append({
      what: 'run-ended',
      run: state.id,
      agent: state.agent,
      detail: { state: ending.state, reason: ending.reason },
    });
    await scheduling.ended(state);
    for (const tab of openedTabs(state)) await closeUntouched(tab, state.id);
  }

  const tabs = createTabLeases();
  const scheduling = createScheduling({
    ...{ schedules: store.schedules, journal: store.journal, now, zone: ownZone, stopped: woken },
    runOf: (schedule, of) => runOf(schedule, of, store),
    stumbled: async (id, error) => {
      if (!(await trouble.note(error))) console.error('annex: a schedule stumbled', id, error);
    },
  });
  const budget = createBudgetCheck({ spend: store.spend, audit: store.audit, now });
  const step = createStep({
    ...{ owner, now, ids, agent, tools: catalogue, openHost, ended, chance: Math.random },
    ...{ journal, requests: store.requests, engine: store.settings.engine },
    decide: createDecide({ tools: catalogue }),
    onDeviceOnly: async () =>
      new Set((await store.grants.sites()).filter((one) => one.onDeviceOnly).map((one) => one.site)),
    ...{ invoke: broker.invoke, check: page.check, tabs, budget },
  });
  async function broken(run: string, error: unknown): Promise<void> {
    if (await trouble.note(error)) return;
    console.error('annex: a run broke', run, error);
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof JournalBroken) {
      await store.condemn(run, reason);
      // Nothing was journaled that would tell who waits for it.
      return woken();
    }
    const ending: RunEnding = {
      kind: 'run-ended',
      state: 'failed',
      reason: `A fault in Annex ended this run: ${reason}`,
    };
    await store.journal.append(run, [ending]);
    const state = await store.journal.fold(run);
    if (state) await ended(state, ending);
  }
  const tree = createTree({ ...store, agents, tools: catalogue });
  const spareTime = createSpareTime(store, { woken, stumbled: trouble.note });
  const dispatcher = createDispatcher({
    ...{ owner, now, step, journal },
    caps: async () => capsFor(await store.settings.engines()),
    alive: async () => {
      await named;
      return aliveNames();
    },
    reconcile: createReconcile({
      ...{ journal: store.journal, requests: store.requests, approvals: store.approvals },
      ...{ alive: aliveNames, now, canReach, openHost, abort: tellAbort, broken },
      openApprovals: () => openApprovals(store.database),
      learn: (rows) => {
        tabs.learn(rows);
        // What was stopped is felt at once, whatever this wake finds to do besides.
        dispatcher.interrupt(rows.flatMap((row) => (row.stopping ? [row.id] : [])));
      },
      isFree: (run, tab) => tabs.isFree({ run, tab, mode: 'act' }),
      lifted: budget.lifted,
      cost: async (request, end) => costOf(request, end, await store.spend.prices()),
      hasReturned: tree.hasReturned,
      putRight: tree.putRight,
      others: scheduling.wake,
    }),
    settled: async ({ rows, active }) => {
      const scheduled = scheduling.dueAt();
      await setTick(active > 0 ? 0.5 : rows.length > 0 || scheduled !== undefined ? 60 : undefined);
      await spareTime.settled(active);
      await setDue(earliest([...timersOf(rows, now()), scheduled, trouble.due(), spareTime.due()]));
      const approvals = await openApprovals(store.database);
      await showBadge(approvals, rows);
      await notify(approvals);
    },
    broken,
  });

  async function wake(): Promise<void> {
    spareTime.over();
    await store.reopen();
    if (await trouble.isOver()) await dispatcher.wake();
  }
  function woken(): void {
    wake().catch(async (error: unknown) => {
      if (!(await trouble.note(error))) console.error('annex: the dispatcher stumbled', error);
    });
  }

  onKnock((answered) => {
    if (answered === undefined || trouble.due() !== undefined) woken();
    else dispatcher.answered(answered).catch(woken);
  });
  chrome.runtime.onInstalled.addListener(() => {
    store.packages.keep(builtIn).catch(trouble.note);
  });
  watchTouched();
  onTick(woken);
  watchForeign(() => {
    store.settings.countRefused().catch(() => undefined);
  });
  chrome.permissions.onAdded.addListener(woken);
  chrome.runtime.onStartup.addListener(woken);
  onReview({ get: store.approvals.get, open: () => openApprovals(store.database) });
  openWaysIn(builtIn, async (handoff) => {
    await store.database.handoffs.put({ ...handoff, id: ids.next('handoff'), at: now() });
  });
  woken();
}

const waitMs = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** When runs that wait for a moment are to go on. */
function timersOf(rows: readonly RunRow[], now: number): number[] {
  return rows.flatMap(({ waitingOn, until, cap }) => {
    if (waitingOn === 'timer' && until !== undefined) return [until];
    return cap && cap.of !== 'run' ? [nextDay(now)] : [];
  });
}

function earliest(moments: readonly (number | undefined)[]): number | undefined {
  const times = moments.filter((one) => one !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}
