import type { Outcome } from '#lib/core/call.ts';
import { isJsonObject } from '#lib/core/json.ts';
import { siteLabel } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { siteName, siteOf } from '#lib/core/site.ts';
import type { CallContext, Situation } from '#lib/core/tool.ts';
import type { Barred } from './barred.ts';
import { failed, gone, numberOf, type Runner, within } from './runner.ts';

export type BrowserPorts = {
  /** `pending`: it still shows the page before. */
  getTab: (id: number) => Promise<{ url: string; title: string; pending: boolean } | undefined>;
  createTab: (url: string, run: { id: string; title: string }) => Promise<number>;
  loadTab: (id: number, url: string) => Promise<void>;
  waitLoaded: (id: number, signal: AbortSignal) => Promise<boolean>;
  canReach: (site: string, tab?: number) => Promise<boolean>;
  barred: Barred;
  closeTab: (id: number) => Promise<void>;
  /** Which tab a call opened, kept while the browser runs: a repeated call finds its tab again. */
  opened: { get: (call: string) => Promise<number | undefined>; put: (call: string, tab: number) => Promise<void> };
};

/** A page whose pictures or adverts never come is taken as it stands after this. */
const PATIENCE_MS = 12_000;

/** Runs the tools that go through Chrome itself: opening and loading tabs. */
export function createBrowserRunner(ports: BrowserPorts, patienceMs = PATIENCE_MS): Runner {
  async function look(context: CallContext): Promise<Situation> {
    const url = String(context.call.args.url);
    const site = siteOf(url) ?? '';
    const refused = await ports.barred(url);
    if (refused) return { kind: 'found', site, url, title: url, reachable: true, refused };
    if (context.spec.name === 'navigate') {
      const tab = numberOf(context, 'tab');
      // What a person has open elsewhere is not taken from under them.
      if (!tabsOf(context.state).has(tab)) return gone(`Tab ${tab} is none of this run. Use open_tab instead.`);
      if (!(await ports.getTab(tab))) return gone(`Tab ${tab} is closed. Use open_tab instead.`);
    }
    return {
      kind: 'found',
      site,
      url,
      title: url,
      reachable: await ports.canReach(site),
      controls: [{ name: 'url', value: url }],
    };
  }

  async function run(context: CallContext, { signal }: { signal: AbortSignal }): Promise<Outcome> {
    const url = String(context.call.args.url);
    return within(context, signal, async (both) => {
      const tab = await load(context, url, both);
      const there = await settled(tab, both);
      if (!there) return failed(`The tab was closed before ${url} had loaded.`);
      // Where it led to is looked at like the address itself. Chrome does not say it of a site that it does not let Annex into.
      const refused = there.url ? await ports.barred(there.url) : undefined;
      if (refused) {
        if (context.spec.name === 'open_tab') await ports.closeTab(tab);
        return failed(`${url} led on to an address where agents do not work. Go on without it.`);
      }
      const site = siteOf(there.url);
      if (!site) return failed(`${url} did not load as a web page.`);
      const label = siteLabel(site);
      // Where an address leads on to another site, what stands there is for a reading with its own permission to say.
      if (site !== siteOf(url)) {
        const words = `Opened ${siteName(siteOf(url) ?? url)}, which led on to ${siteName(site)}`;
        return { kind: 'done', value: { tab, url: there.url, title: siteName(site) }, label, words };
      }
      const value = { tab, url: there.url, title: there.title };
      return { kind: 'done', value, label, words: `Opened "${there.title}"` };
    });
  }

  /** The tab once it has loaded, or shows the page and only waits for what is in it. */
  async function settled(tab: number, signal: AbortSignal) {
    const soon = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const loaded = await ports.waitLoaded(tab, soon);
    const there = await ports.getTab(tab);
    if (loaded || !there?.pending) return there;
    return (await ports.waitLoaded(tab, signal)) ? ports.getTab(tab) : undefined;
  }

  async function load(context: CallContext, url: string, signal: AbortSignal): Promise<number> {
    if (context.spec.name === 'navigate') {
      const tab = numberOf(context, 'tab');
      await ports.loadTab(tab, url);
      return tab;
    }
    const key = `${context.state.id}/${context.call.id}`;
    const before = await ports.opened.get(key);
    if (before !== undefined && (await ports.getTab(before))) return before;
    // The person may have stopped it while that was looked up.
    signal.throwIfAborted();
    const tab = await ports.createTab(url, context.state);
    await ports.opened.put(key, tab);
    return tab;
  }

  return { look, run };
}

/** Tabs that the person handed over, and those that the run has opened. */
function tabsOf(state: RunState): Set<number> {
  const handed = state.inputs.flatMap((one) => (one.kind === 'tab' || one.kind === 'selection' ? [one.tab] : []));
  return new Set([...handed, ...openedTabs(state)]);
}

/** Tabs that the run has opened, in order. */
export function openedTabs({ calls }: RunState): number[] {
  return [...calls.values()].flatMap(({ call, outcome }) => {
    const value = call.tool === 'open_tab' && outcome?.kind === 'done' ? outcome.value : undefined;
    return isJsonObject(value) && typeof value.tab === 'number' ? [value.tab] : [];
  });
}
