import { isReachable } from '#lib/core/match-pattern.ts';
import { openCalls, type RunState } from '#lib/core/run.ts';
import { onAccessChange } from '#lib/platform/access-request.ts';
import type { Store } from '#lib/store/index.ts';

type Ports = {
  woken: () => void;
  stumbled: (error: unknown) => unknown;
  /** Runs that are at work in this worker, and how they stand. */
  underWay: () => readonly RunState[];
  interrupt: (runs: readonly string[]) => void;
};

/** Writes down what Chrome tells of this extension, and stops at once what it no longer lets Annex do. */
export function noteChanges({ audit }: Pick<Store, 'audit'>, { woken, stumbled, underWay, interrupt }: Ports): void {
  chrome.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason !== 'install' && reason !== 'update') return;
    const { version } = chrome.runtime.getManifest();
    const detail = { version, ...(previousVersion !== undefined && { from: previousVersion }) };
    audit.append({ what: reason === 'install' ? 'installed' : 'updated', detail }).catch(stumbled);
  });
  onAccessChange((change, patterns) => {
    if (change === 'removed') interrupt(underWay().flatMap((run) => (isOn(run, patterns) ? [run.id] : [])));
    for (const site of patterns)
      audit.append({ what: `access-${change}`, site: site.replace(/\/\*$/, ''), detail: {} }).catch(stumbled);
    woken();
  });
}

/** Something of the run is under way on a site of these patterns. */
function isOn(run: RunState, patterns: readonly string[]): boolean {
  return openCalls(run).some(({ startedAt, decided }) => {
    if (startedAt === undefined || !decided || !URL.canParse(decided.site)) return false;
    return isReachable(decided.site, patterns);
  });
}
