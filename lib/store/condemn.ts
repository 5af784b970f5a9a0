import type { Approval } from '#lib/core/approval.ts';
import type { Clock, RequestRow } from '#lib/core/ports.ts';
import type { Database } from './database.ts';

/**
 * Ends a run whose journal cannot be read, with what waits for it: nothing can be journaled of it any more, so nothing of it
 * may stay open. The journal stays as it is, and the person is told.
 */
export function createCondemn(database: Database, clock: Clock): (run: string, why: string) => Promise<void> {
  const { runs, requests, asks, approvals, setAside } = database;
  return (run, why) =>
    database.transaction('rw', runs, requests, asks, approvals, setAside, async () => {
      const at = clock.now();
      const row = await runs.get(run);
      await runs.update(run, { status: 'failed', reason: why, endedAt: at, updatedAt: at, lease: undefined });
      await approvals.where({ run }).modify((one: Approval) => {
        one.answer ??= { kind: 'expire', scope: 'once', by: 'policy', at };
      });
      await asks.bulkDelete(await requests.where({ run }).primaryKeys());
      await requests.where({ run }).modify((one: RequestRow) => {
        one.state = 'ended';
      });
      await setAside.add({ table: 'journal', key: run, why, at, row });
    });
}
