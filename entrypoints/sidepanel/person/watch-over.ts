import { isOwed } from '#lib/core/below.ts';
import type { Live } from '#lib/core/person.ts';
import type { RunRow } from '#lib/core/run.ts';

/** How often an open page of Annex looks after the worker, ms. */
const EVERY_MS = 2_000;

type Ports = { runs: Live<RunRow[]>; alive: () => Promise<ReadonlySet<string>>; knock: () => Promise<void> };

/**
 * While a page of Annex is open, a worker that died in a run is noticed and woken: the run's lease names an owner
 * that no longer lives, or nobody holds it. Without an open page the alarm does the same, later.
 */
export function watchOver({ runs, alive, knock }: Ports): () => void {
  let rows: RunRow[] = [];
  const stop = runs((next) => {
    rows = next.filter((row) => row.status === 'queued' || row.status === 'running' || isOwed(row, next));
  });
  const look = async () => {
    if (rows.length === 0) return;
    const names = await alive();
    const workers = [...names].filter((name) => name.startsWith('worker-'));
    const hosts = [...names].filter((name) => name.startsWith('host-'));
    const left = rows.some((row) =>
      row.lease?.owner === 'engine-host' ? hosts.length === 0 : !row.lease || !names.has(row.lease.owner),
    );
    if (workers.length === 0 || left) await knock();
  };
  const timer = setInterval(() => look().catch(() => undefined), EVERY_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}
