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
};

/**
 * Tells when a service worker died at work, so that another begins at once instead of at the next alarm. One that the browser put
 * to rest because there was nothing to do is left alone: nothing is kept awake by this.
 */
export function createWorkerWatch(ports: WatchPorts): () => Promise<void> {
  const watched = new Set<string>();

  async function mourn(name: string): Promise<void> {
    await ports.gone(name);
    watched.delete(name);
    const rows = await ports.journal.live();
    const isAtWork = rows.some((row) => (canGoOn(row) && row.lease?.owner !== HOST.owner) || isOwed(row, rows));
    if (isAtWork) await ports.knock();
  }

  /** Watches the workers that live now. */
  return async () => {
    for (const name of await ports.alive()) {
      if (!name.startsWith(`${WORKER}-`) || watched.has(name)) continue;
      watched.add(name);
      // The alarm comes all the same.
      mourn(name).catch(() => undefined);
    }
  };
}
