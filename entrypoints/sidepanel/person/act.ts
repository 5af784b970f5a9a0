import { knock } from '#lib/bus/messages.ts';
import { showTab } from '#lib/platform/tabs.ts';
import type { Store } from '#lib/store/index.ts';
import { startRun } from '../../orders/start-run.ts';
import { createAnswerActs } from './answer-acts.ts';
import { createBudgetActs } from './budget-acts.ts';
import { createDataActs } from './data-acts.ts';
import { createEngineActs } from './engine-acts.ts';
import type { Deeds } from './late-act.ts';
import { createLineageActs } from './lineage-acts.ts';
import { openCitation } from './open-citation.ts';
import { openValue } from './open-value.ts';
import { createPermissionActs } from './permission-acts.ts';
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
    ...createPermissionActs(store),
    ...createEngineActs(store),
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
