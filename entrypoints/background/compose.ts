import { createDecide } from '#lib/agents/decide.ts';
import { builtIn } from '#lib/agents/packages/index.ts';
import { createBroker } from '#lib/broker/invoke.ts';
import { onKnock, tellAbort, tellHost, watchForeign } from '#lib/bus/messages.ts';
import { agentRef } from '#lib/core/agent.ts';
import { nextDay } from '#lib/core/day.ts';
import type { RunRow, RunState } from '#lib/core/run.ts';
import { costOf } from '#lib/models/cost-of.ts';
import { createDue, onTick, setTick } from '#lib/platform/alarms.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import { aliveNames, holdName, WORKER } from '#lib/platform/liveness.ts';
import { openOffscreen } from '#lib/platform/offscreen.ts';
import { canReach } from '#lib/platform/permissions.ts';
import { tellStorage } from '#lib/platform/storage-notice.ts';
import { closeUntouched, watchTouched } from '#lib/platform/tab-groups.ts';
import { createStore } from '#lib/store/index.ts';
import { JournalBroken } from '#lib/store/journal.ts';
import { openApprovals } from '#lib/store/open-approvals.ts';
import { troubleOf } from '#lib/store/trouble.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { runOf } from '../orders/run-schedule.ts';
import { ownZone } from '../orders/save-schedule.ts';
import { createBudgetCheck } from './budget-check.ts';
import { capsFor } from './caps.ts';
import { composeRunner } from './compose-runner.ts';
import { createDispatcher } from './dispatcher.ts';
import { notify, onReview, showBadge } from './needs-you.ts';
import { noteChanges } from './note-changes.ts';
import { createNoteRefused } from './note-refused.ts';
import { createReconcile } from './reconcile.ts';
import { openedTabs } from './runners/browser-runner.ts';
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
  const { runner, check } = composeRunner(store, { agent, installed: builtIn });
  const broker = createBroker({
    ...{ owner, clock, ids, runner, tools: catalogue },
    ...{ approvals: store.approvals, grants: store.grants },
    // What was done is known only here until it is written.
    journal: {
      append: (...of) => trouble.patiently(() => journal.append(...of)),
      intend: store.journal.intend,
    },
    audit: { append: (row) => trouble.patiently(() => store.audit.append(row)) },
    isPassing: (error) => troubleOf(error) !== undefined,
    contacts: async () => (await store.contacts.all()).map((one) => one.address),
    origin: store.journal.fold,
    check,
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
    onDeviceOnly: store.grants.onDeviceOnly,
    ...{ invoke: broker.invoke, check, tabs, budget },
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
  const spareTime = createSpareTime(store, { packages: builtIn, woken, stumbled: trouble.note });
  const dispatcher = createDispatcher({
    ...{ owner, now, step, journal },
    isHeld: store.settings.isHeld,
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
      // What comes due while all is held is looked at when it is released, as after a night that the machine slept.
      others: async (rows) => ((await store.settings.isHeld()) ? undefined : scheduling.wake(rows)),
    }),
    settled: async ({ rows, active, isHeld }) => {
      const scheduled = isHeld ? undefined : scheduling.dueAt();
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
  watchTouched();
  onTick(woken);
  const noteRefused = createNoteRefused(store, { now });
  watchForeign((from) => {
    noteRefused(from).catch(() => undefined);
  });
  noteChanges(store, {
    ...{ woken, stumbled: trouble.note, interrupt: dispatcher.interrupt },
    underWay: () => dispatcher.underWay().flatMap((run) => journal.seen(run) ?? []),
  });
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
