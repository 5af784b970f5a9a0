import type { Budget } from '#lib/core/budget.ts';
import type { Database } from './database.ts';
import type { JournalStore } from './journal.ts';

/** Where a fork begins: the run and the last event that is copied. */
export type ForkOf = { run: string; seq: number };

/**
 * Begins a run with the journal of another one up to and including an event, in one transaction. Of an ended run the end itself
 * is left out: it would end the fork as well. `caps` hold where the other run had none of its own, being a child. Yields what
 * was copied. Throws, in words, where there is no such event.
 */
export function createFork(
  database: Database,
  journal: JournalStore,
): (of: ForkOf, id: string, caps: Budget) => Promise<ForkOf> {
  return ({ run, seq }, id, caps) =>
    database.transaction('rw', database.journal, database.runs, async () => {
      if ((await database.runs.get(run))?.compactedAt !== undefined)
        throw new Error('The texts that this run had read were dropped by now. Retry it, and it reads them anew.');
      const rows = await database.journal.where('[run+seq]').between([run, 0], [run, seq], true, true).toArray();
      if (!Number.isInteger(seq) || seq < 0 || rows.length !== seq + 1)
        throw new Error(`The journal of this run has no step ${seq}.`);
      const end = rows.findIndex((row) => row.happening.kind === 'run-ended');
      const copied = end < 0 ? rows : rows.slice(0, end);
      await database.journal.bulkAdd(copied.map((row) => ({ ...row, run: id })));
      const of = { run, seq: copied.length - 1 };
      // Folds what was copied, and so makes sure that it can be read.
      const forked = await journal.write(id, [{ kind: 'run-forked', ...of }]);
      if (!forked?.budget) await journal.write(id, [{ kind: 'budget-changed', budget: caps }]);
      return of;
    });
}
