import type { NewRun } from '#lib/core/ports.ts';
import type { Store } from '#lib/store/index.ts';
import { type Order, type Prepared, prepareRun } from './prepare-run.ts';

/** Writes a run that was ordered, with the grants that handing over its pages implies. Yields its id. */
export async function startRun(order: Order, store: Store): Promise<string> {
  const prepared = await prepareRun(order, store);
  await writeGrants(prepared, store);
  await store.journal.create(prepared.run);
  return prepared.run.id;
}

/** Before the run itself: a run is never there without what it needs, and a grant of a run that never came covers nothing. */
export async function writeGrants(
  { run, grants }: { run: Pick<NewRun, 'id'>; grants: Prepared['grants'] },
  store: Store,
): Promise<void> {
  for (const grant of grants) {
    await store.grants.put(grant);
    const { agent, site, capability, mode } = grant;
    const detail = { capability, mode, because: 'page handed over' };
    await store.audit.append({ what: 'grant-set', run: run.id, agent, site, detail });
  }
}
