import type { AgentPackage } from '#lib/core/agent.ts';
import { offerAccess } from '#lib/platform/access-request.ts';
import { clock, sha256 } from '#lib/platform/ids.ts';
import { tellPage } from '#lib/platform/page-link.ts';
import { canReach } from '#lib/platform/permissions.ts';
import { remembered } from '#lib/platform/session.ts';
import { groupTab } from '#lib/platform/tab-groups.ts';
import { closeTab, createTab, getTab, loadTab, reloadTab, waitLoaded } from '#lib/platform/tabs.ts';
import type { Store } from '#lib/store/index.ts';
import { prepareRun } from '../orders/prepare-run.ts';
import { ownZone, saveSchedule } from '../orders/save-schedule.ts';
import { createAnnexRunner } from './runners/annex-runner.ts';
import { createBarred } from './runners/barred.ts';
import { createBrowserRunner } from './runners/browser-runner.ts';
import { createPageRunner } from './runners/page-runner.ts';
import { createRunners, type Runner } from './runners/runner.ts';
import { withoutSecrets } from './runners/without-secrets.ts';

type Agents = { agent: (ref: string) => Promise<AgentPackage | undefined>; installed: readonly AgentPackage[] };

/** Wires what runs tools: pages, Chrome itself, and Annex's own space. */
export function composeRunner(store: Store, agents: Agents) {
  const barred = createBarred({ sites: store.grants.sites, loopback: store.settings.loopback });
  const page = createPageRunner({
    ...{ getTab, waitLoaded, wakeTab: reloadTab, canReach, tell: tellPage, barred, offerAccess },
    secrets: store.siteSecrets,
  });
  const createGrouped = async (url: string, run: { id: string; title: string }) => {
    const tab = await createTab(url);
    await groupTab(tab, run);
    return tab;
  };
  const browser = createBrowserRunner({
    ...{ getTab, createTab: createGrouped, closeTab, loadTab, waitLoaded, canReach, barred },
    opened: remembered('opened'),
  });
  const annex = createAnnexRunner({
    ...{ artifacts: store.artifacts, hash: sha256, zone: ownZone },
    delegation: { ...agents, ...store, now: clock.now, prepare: (order) => prepareRun(order, store) },
    createSchedule: (order, of) => saveSchedule(order, store, of),
  });
  const unsaid = (one: Runner) => withoutSecrets(one, store.siteSecrets);
  return { runner: createRunners({ page: unsaid(page), browser: unsaid(browser), annex }), check: page.check };
}
