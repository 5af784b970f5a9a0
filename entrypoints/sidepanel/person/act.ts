import { knock } from '#lib/bus/messages.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import { removeSite } from '#lib/platform/permissions.ts';
import { showTab } from '#lib/platform/tabs.ts';
import type { Store } from '#lib/store/index.ts';
import { startRun } from '../../orders/start-run.ts';
import { createAnswerActs } from './answer-acts.ts';
import { createBudgetActs } from './budget-acts.ts';
import { createDataActs } from './data-acts.ts';
import type { Deeds } from './late-act.ts';
import { createLineageActs } from './lineage-acts.ts';
import { openCitation } from './open-citation.ts';
import { openValue } from './open-value.ts';
import { probeEngine } from './probe-engine.ts';
import { createRunActs } from './run-acts.ts';
import { createScheduleActs } from './schedule-acts.ts';

/** What a person does: each writes a row and knocks. */
export function createAct(store: Store): Deeds {
  const { database } = store;
  return {
    start: async (order) => {
      const run = await startRun(order, store);
      await knock();
      return run;
    },
    ...createRunActs(store),
    ...createLineageActs(store),
    ...createBudgetActs(store),
    ...createScheduleActs(store),
    ...createAnswerActs(store),
    openValue: (approval, control) => openValue(approval, control, store),
    removeAccess: removeSite,
    setGrant: async ({ agent, capability, site, mode }) => {
      const now = clock.now();
      const same = (await store.grants.all()).filter(
        (one) => one.agent === agent && one.capability === capability && one.site === site && one.mode !== 'run',
      );
      for (const one of same) await store.grants.revoke(one.id);
      await store.grants.put({ id: ids.next('grant'), agent, capability, site, mode, createdAt: now, usedAt: now });
      await store.audit.append({ what: 'grant-set', agent, site, detail: { capability, mode } });
      await knock();
    },
    revoke: async (id) => {
      const grant = (await store.grants.all()).find((one) => one.id === id);
      await store.grants.revoke(id);
      if (grant)
        await store.audit.append({
          what: 'grant-revoked',
          agent: grant.agent,
          site: grant.site,
          detail: { capability: grant.capability, mode: grant.mode },
        });
    },
    setSite: async (settings) => {
      await database.sites.put(settings);
      await store.audit.append({
        what: 'site-set',
        site: settings.site,
        detail: { onDeviceOnly: settings.onDeviceOnly },
      });
    },
    saveEngine: store.settings.save,
    removeEngine: store.settings.remove,
    chooseEngine: store.settings.choose,
    testEngine: (config, key) => probeEngine(config, key, store),
    openCitation: (citation) => openCitation(citation),
    openTab: async (url) => {
      await chrome.tabs.create({ url, active: true });
    },
    showTab,
    openWide: async (hash) => {
      await chrome.tabs.create({ url: chrome.runtime.getURL(`/home.html${hash}`), active: true });
    },
    takeHandoff: (id) => database.handoffs.delete(id),
    ...createDataActs(store),
  };
}
