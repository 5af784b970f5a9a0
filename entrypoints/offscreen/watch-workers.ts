import { canGoOn } from '#lib/agents/scheduler/pick.ts';
import { isOwed } from '#lib/core/below.ts';
import type { Journal } from '#lib/core/ports.ts';
import { WORKER } from '#lib/platform/liveness.ts';
import { HOST } from '#lib/store/journal.ts';

export type WatchPorts = {
  journal: Pick<Journal, 'live'>;
  alive: () => Promise<ReadonlySet<string>>;
  /** Settles once a context of that name is gone. */
  gone: (name: string) => Promise<void>;
  knock: () => Promise<void>;
  /** The person holds everything: nothing is to begin. */
  isHeld: () => Promise<boolean>;
};

/** Workers that die in a row, with nothing asked of this host in between, are left to the alarm after so many. */
const MOST_KNOCKS = 3;

/**
 * Tells when a service worker died at work, so that another begins at once instead of at the next alarm. One that the browser put
 * to rest because there was nothing to do is left alone: nothing is kept awake by this.
 */
export function createWorkerWatch(ports: WatchPorts): () => Promise<void> {
  const watched = new Set<string>();
  let knocks = 0;

  async function mourn(name: string): Promise<void> {
    await ports.gone(name);
    watched.delete(name);
    const rows = await ports.journal.live();
    const isAtWork = rows.some((row) => (canGoOn(row) && row.lease?.owner !== HOST.owner) || isOwed(row, rows));
    if (!isAtWork || knocks >= MOST_KNOCKS || (await ports.isHeld())) return;
    knocks += 1;
    await ports.knock();
    // The one that came of it may die as well.
    await watch();
  }

  async function watch(): Promise<void> {
    for (const name of await ports.alive()) {
      if (!name.startsWith(`${WORKER}-`) || watched.has(name)) continue;
      watched.add(name);
      // The alarm comes all the same.
      mourn(name).catch(() => undefined);
    }
  }

  /** Watches the workers that live now: called whenever one of them has asked for something. */
  return async () => {
    knocks = 0;
    await watch();
  };
}
