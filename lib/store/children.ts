import type { Grant } from '#lib/core/grant.ts';
import type { Clock, NewRun } from '#lib/core/ports.ts';
import { isEnded, type RunRow, runRow } from '#lib/core/run.ts';
import type { Database } from './database.ts';
import type { JournalStore } from './journal.ts';
import { parseRows } from './rows.ts';

/** Runs that others have handed work to. */
export function createChildren(database: Database, { journal, clock }: { journal: JournalStore; clock: Clock }) {
  const { runs, grants, audit } = database;
  const of = async (parent: string): Promise<RunRow[]> =>
    parseRows(database, runs, runRow, await runs.where({ parent }).sortBy('createdAt'));
  return {
    of,
    /**
     * Begins the run that a call hands work to, with its grants, in one transaction; yields the one that the call began before,
     * where it did. Nothing begins under a parent that has ended or is being stopped.
     */
    begin: (
      run: NewRun & { parent: string; parentCall: string },
      leave: readonly Grant[],
    ): Promise<RunRow | undefined> =>
      database.transaction('rw', [database.journal, runs, grants, audit], async () => {
        const theOne = async () => (await of(run.parent)).find((one) => one.parentCall === run.parentCall);
        const before = await theOne();
        if (before) return before;
        const parent = await runs.get(run.parent);
        if (!parent || parent.stopping || isEnded(parent.status)) return undefined;
        await journal.begin(run);
        if (parent.priority !== 0)
          await journal.write(run.id, [{ kind: 'priority-changed', priority: parent.priority }]);
        // The person paused the tree while this step was under way: what it still hands on is paused with it.
        if (parent.pausedBy === 'user')
          await journal.write(run.id, [{ kind: 'run-paused', by: 'user', reason: parent.reason }]);
        for (const grant of leave) {
          await grants.put(grant);
          const { agent, site, capability, mode, until } = grant;
          const detail = { capability, mode, ...(until !== undefined && { until }), because: 'handed on' };
          await audit.add({ at: clock.now(), what: 'grant-set', run: run.id, agent, site, detail });
        }
        return theOne();
      }),
  };
}
export type Children = ReturnType<typeof createChildren>;
