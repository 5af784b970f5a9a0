import type { Act } from '#lib/core/person.ts';
import { requestSites, requestTabs } from '#lib/platform/permissions.ts';

/** What a person does, but for Chrome's own questions, which must be asked within the click. */
export type Deeds = Omit<Act, 'requestAccess' | 'requestTabs'>;

/**
 * The deeds come as a chunk that is loaded beside the first paint and not before it; one that is wanted earlier waits for it. A load
 * that failed is tried again with the next deed.
 */
export function createLateAct(load: () => Promise<Deeds>): Act {
  let loading = load();
  loading.catch(() => undefined);
  const acts = () => {
    loading = loading.catch(load);
    return loading;
  };
  return {
    requestAccess: requestSites,
    requestTabs,
    start: async (...of) => (await acts()).start(...of),
    stop: async (...of) => (await acts()).stop(...of),
    pause: async (...of) => (await acts()).pause(...of),
    resume: async (...of) => (await acts()).resume(...of),
    hold: async () => (await acts()).hold(),
    release: async () => (await acts()).release(),
    setPriority: async (...of) => (await acts()).setPriority(...of),
    setBudget: async (...of) => (await acts()).setBudget(...of),
    retry: async (...of) => (await acts()).retry(...of),
    fork: async (...of) => (await acts()).fork(...of),
    continueRun: async (...of) => (await acts()).continueRun(...of),
    saveSchedule: async (...of) => (await acts()).saveSchedule(...of),
    removeSchedule: async (...of) => (await acts()).removeSchedule(...of),
    pauseSchedule: async (...of) => (await acts()).pauseSchedule(...of),
    resumeSchedule: async (...of) => (await acts()).resumeSchedule(...of),
    runSchedule: async (...of) => (await acts()).runSchedule(...of),
    setLimits: async (...of) => (await acts()).setLimits(...of),
    setPrice: async (...of) => (await acts()).setPrice(...of),
    setRetention: async (...of) => (await acts()).setRetention(...of),
    answer: async (...of) => (await acts()).answer(...of),
    answerAll: async (...of) => (await acts()).answerAll(...of),
    openValue: async (...of) => (await acts()).openValue(...of),
    removeAccess: async (...of) => (await acts()).removeAccess(...of),
    setGrant: async (...of) => (await acts()).setGrant(...of),
    revoke: async (...of) => (await acts()).revoke(...of),
    restoreGrant: async (...of) => (await acts()).restoreGrant(...of),
    setSite: async (...of) => (await acts()).setSite(...of),
    setLoopback: async (...of) => (await acts()).setLoopback(...of),
    addContacts: async (...of) => (await acts()).addContacts(...of),
    removeContact: async (...of) => (await acts()).removeContact(...of),
    restoreContact: async (...of) => (await acts()).restoreContact(...of),
    saveSecret: async (...of) => (await acts()).saveSecret(...of),
    removeSecret: async (...of) => (await acts()).removeSecret(...of),
    saveEngine: async (...of) => (await acts()).saveEngine(...of),
    removeEngine: async (...of) => (await acts()).removeEngine(...of),
    chooseEngine: async (...of) => (await acts()).chooseEngine(...of),
    testEngine: async (...of) => (await acts()).testEngine(...of),
    openCitation: async (...of) => (await acts()).openCitation(...of),
    openTab: async (...of) => (await acts()).openTab(...of),
    showTab: async (...of) => (await acts()).showTab(...of),
    openWide: async (...of) => (await acts()).openWide(...of),
    takeHandoff: async (...of) => (await acts()).takeHandoff(...of),
    exportAll: async (...of) => (await acts()).exportAll(...of),
    importAll: async (...of) => (await acts()).importAll(...of),
    verifyAudit: async () => (await acts()).verifyAudit(),
    exportAudit: async () => (await acts()).exportAudit(),
  };
}
