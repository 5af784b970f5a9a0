import type { AgentPackage } from '#lib/core/agent.ts';
import { clock, sha256 } from '#lib/platform/ids.ts';
import { remembered } from '#lib/platform/session.ts';
import { sealAudit } from '#lib/store/audit-chain.ts';
import type { Store } from '#lib/store/index.ts';
import { compactRun, dueRuns } from '#lib/store/retention/compact.ts';
import { sweep } from '#lib/store/retention/sweep.ts';
import { createHousekeeping } from './housekeeping.ts';
import { isPageOpen } from './needs-you.ts';
import { createUpdate } from './update.ts';

/** What is done when nothing is at work: old texts are dropped, and a new version of Annex comes. */
export function createSpareTime(
  store: Store,
  options: { packages: readonly AgentPackage[]; woken: () => void; stumbled: (error: unknown) => void },
) {
  const { database } = store;
  const { now } = clock;
  const keepHouse = createHousekeeping({
    ...{ now, retention: store.settings.retention, last: remembered('housekeeping') },
    sweep: () => sweep(database, now()),
    due: (before, most) => dueRuns(database, before, most),
    compact: (run) => compactRun(database, run, { now, hash: sha256 }),
    compacted: (detail) => store.audit.append({ what: 'compacted', detail }),
  });
  const update = createUpdate({ now, isOpen: isPageOpen, reload: () => chrome.runtime.reload() });
  chrome.runtime.onUpdateAvailable.addListener(() => {
    update.available();
    options.woken();
  });
  let isIdle = false;
  let kept: Promise<void> | undefined;
  /** Once in the life of a worker, and again where it failed: an update may bring others, and runs pin them. */
  const keepPackages = () => {
    kept ??= store.packages.keep(options.packages).catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
  async function rest(): Promise<void> {
    await sealAudit({ database, hash: sha256 });
    await keepHouse(() => isIdle);
    await keepPackages();
  }
  return {
    /** Something is to do. */
    over: (): void => {
      isIdle = false;
    },
    /** Told after each round how many runs are at work. */
    settled: async (active: number): Promise<void> => {
      isIdle = active === 0;
      // Not waited for: what comes meanwhile goes first.
      if (isIdle) rest().catch(options.stumbled);
      await update.settled(active);
    },
    due: update.due,
  };
}
