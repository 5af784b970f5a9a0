import type { Grant } from '#lib/core/grant.ts';
import type { Act } from '#lib/core/person.ts';
import { patternOf, siteOf } from '#lib/core/site.ts';
import { happened } from './data/journal.ts';
import { fakeOrders } from './fake-orders.ts';
import { fakePermissions } from './fake-permissions.ts';
import type { Deed, FakePerson } from './fake-person.ts';

type World = Pick<FakePerson, 'deeds' | 'data' | 'change'>;

/** What a fake person does: each act is kept, and changes the data the way the real one would be seen to. */
export function fakeAct({ deeds, data, change }: World): Act {
  const did = (deed: Deed) => {
    deeds.push(deed);
  };
  const append = (run: string, happening: Parameters<typeof happened>[2]) =>
    change(({ journals }) => ({
      journals: journals.map((one) => (one[0]?.run === run ? happened(one, Date.now(), happening) : one)),
    }));
  return {
    start: async (order) => {
      did({ name: 'start', args: [order] });
      const id = `run-${deeds.length}`;
      const { agent, task, inputs, engine } = order;
      const created = { agent, task, title: task.slice(0, 60), inputs, engine, attended: true, root: id };
      const journal = happened([], Date.now(), { kind: 'run-created', ...created }, id);
      change(({ journals }) => ({ journals: [...journals, journal] }));
      return id;
    },
    stop: async (run) => {
      did({ name: 'stop', args: [run] });
      append(run, { kind: 'stop-requested' });
    },
    pause: async (run) => {
      did({ name: 'pause', args: [run] });
      append(run, { kind: 'run-paused', by: 'user', reason: 'You paused it.' });
    },
    resume: async (run, engine) => {
      did({ name: 'resume', args: engine ? [run, engine] : [run] });
      append(run, { kind: 'run-resumed', reason: '', ...(engine && { engine }) });
    },
    setPriority: async (run, priority) => {
      did({ name: 'setPriority', args: [run, priority] });
      append(run, { kind: 'priority-changed', priority });
    },
    ...fakeOrders({ did, append, change }),
    answer: async (approval, answer) => {
      did({ name: 'answer', args: [approval, answer] });
      const open = data().approvals.some((one) => one.id === approval.id && !one.answer);
      if (!open) return false;
      const given = { ...answer, by: 'user' as const, at: Date.now() };
      change(({ approvals }) => ({
        approvals: approvals.map((one) => (one.id === approval.id ? { ...one, answer: given } : one)),
      }));
      return true;
    },
    answerAll: async (asked, answer) => {
      did({ name: 'answerAll', args: [asked, answer] });
      const wanted = new Map(asked.map((one) => [one.approval.id, one.edit]));
      const given = { ...answer, by: 'user' as const, at: Date.now() };
      const taken = data().approvals.filter((one) => wanted.has(one.id) && !one.answer);
      const withEdit = (edit: Record<string, string> | undefined) => ({ ...given, ...(edit && { edit }) });
      change(({ approvals }) => ({
        approvals: approvals.map((one) =>
          taken.includes(one) ? { ...one, answer: withEdit(wanted.get(one.id)) } : one,
        ),
      }));
      return taken.map((one) => one.id);
    },
    openValue: async (approval, control) => {
      did({ name: 'openValue', args: [approval, control] });
      return data().shownValue;
    },
    requestAccess: async (sites) => {
      did({ name: 'requestAccess', args: [sites] });
      if (data().chromeSays)
        change(({ chromeAccess }) => ({ chromeAccess: [...new Set([...chromeAccess, ...sites.map(patternOf)])] }));
      return data().chromeSays;
    },
    requestTabs: async () => {
      did({ name: 'requestTabs', args: [] });
      if (data().chromeSays) change({ seesTabs: true });
      return data().chromeSays;
    },
    removeAccess: async (site) => {
      did({ name: 'removeAccess', args: [site] });
      change(({ chromeAccess }) => ({ chromeAccess: chromeAccess.filter((one) => one !== patternOf(site)) }));
    },
    setGrant: async (wanted) => {
      did({ name: 'setGrant', args: [wanted] });
      const isSame = (one: Grant) =>
        one.agent === wanted.agent && one.site === wanted.site && one.capability === wanted.capability && !one.tool;
      const id = `grant-${deeds.length}`;
      const made = { ...wanted, id, createdAt: Date.now(), usedAt: Date.now() };
      change(({ grants }) => ({ grants: [...grants.filter((one) => !isSame(one)), made] }));
    },
    revoke: async (id) => {
      did({ name: 'revoke', args: [id] });
      change(({ grants }) => ({ grants: grants.filter((one) => one.id !== id) }));
    },
    restoreGrant: async (grant) => {
      did({ name: 'restoreGrant', args: [grant] });
      change(({ grants }) => ({ grants: [...grants, grant] }));
    },
    ...fakePermissions({ did, change }),
    saveEngine: async (config, key) => {
      did({ name: 'saveEngine', args: key === undefined ? [config] : [config, key] });
      change(({ engines: { engines, withKey, current } }) => {
        const keyed = withKey.filter((id) => id !== config.id || key === undefined);
        return {
          engines: {
            engines: [...engines.filter((one) => one.id !== config.id), config],
            withKey: key ? [...keyed, config.id] : keyed,
            current,
          },
        };
      });
    },
    removeEngine: async (id) => {
      did({ name: 'removeEngine', args: [id] });
      change(({ engines }) => ({
        engines: { ...engines, engines: engines.engines.filter((one) => one.id !== id), current: 'basic' },
      }));
    },
    chooseEngine: async (id) => {
      did({ name: 'chooseEngine', args: [id] });
      change(({ engines }) => ({ engines: { ...engines, current: id } }));
    },
    testEngine: async (config, key) => {
      did({ name: 'testEngine', args: key === undefined ? [config] : [config, key] });
      return data().testEnd;
    },
    openCitation: async (citation) => {
      did({ name: 'openCitation', args: [citation] });
      return data().citation;
    },
    openTab: async (url) => {
      did({ name: 'openTab', args: [url] });
      const tab = { tab: 900 + deeds.length, url, title: siteOf(url) ?? url, active: false };
      change(({ tabs }) => ({ tabs: [...tabs, tab] }));
    },
    showTab: async (tab) => did({ name: 'showTab', args: [tab] }),
    openWide: async (hash) => did({ name: 'openWide', args: [hash] }),
    takeHandoff: async (id) => {
      did({ name: 'takeHandoff', args: [id] });
      change(({ handoffs }) => ({ handoffs: handoffs.filter((one) => one.id !== id) }));
    },
    importAll: async (file, trusted) => {
      did({ name: 'importAll', args: [file, trusted] });
      return { added: 12, kept: 3, refused: [] };
    },
    verifyAudit: async () => {
      did({ name: 'verifyAudit', args: [] });
      return { kind: 'whole', rows: data().audit.length };
    },
    exportAudit: async () => {
      did({ name: 'exportAudit', args: [] });
      return new Blob();
    },
    exportAll: async () => {
      did({ name: 'exportAll', args: [] });
      return new Blob([
        data()
          .versions.map((one) => JSON.stringify(one))
          .join('\n'),
      ]);
    },
  };
}
