import type { Table } from 'dexie';
import { canonical } from '#lib/core/canonical.ts';
import { type Grant, grant } from '#lib/core/grant.ts';
import type { Json } from '#lib/core/json.ts';
import { schedule } from '#lib/core/schedule.ts';
import { checksum } from '../checksum.ts';
import type { Database } from '../database.ts';
import { scheduleAtRest } from './at-rest.ts';
import type { Result } from './import-all.ts';
import { OF_PROFILE, type Transferred } from './tables.ts';

type Row = Record<string, unknown>;
type Plain = Exclude<Transferred, 'journal' | 'runs'>;
type Options = {
  trusted: boolean;
  /** Whether a run came with this file. */
  isNew: (run: string) => boolean;
};

/** Takes in rows that stand by themselves: what is there stays, and what would widen a permission asks instead. */
export function createRowImport(database: Database, { trusted, isNew }: Options) {
  const artifacts = new Set<unknown>();
  const numbered = { audit: createNumbered(database.audit, 'seq'), setAside: createNumbered(database.setAside, 'id') };

  function keptAway(table: Plain, row: Row): Result | undefined {
    if (table === 'settings' && !trusted)
      return { kind: 'refused', why: `The setting "${row.key}" is taken over only from a file of your own.` };
    // Whom the person knows is theirs to say: a stranger's file makes nobody a contact.
    if (table === 'contacts' && !trusted)
      return { kind: 'refused', why: 'Contacts are taken over only from a file of your own.' };
    // It says how things stand in the profile that it was made in.
    if (table === 'settings' && OF_PROFILE.has(row.key)) return { kind: 'kept' };
    // What is there is whole in itself: nothing is added to an artifact or to a run that is not of this file.
    if (table === 'versions' && !artifacts.has(row.artifact)) return { kind: 'kept' };
    if (table === 'approvals' && !isNew(String(row.run))) return { kind: 'kept' };
    return undefined;
  }

  function asStored(table: Plain, row: Row): Row {
    if (table === 'grants' && !trusted) return narrowed(grant.parse(row));
    // A question whose words are a stranger's is answered for that one call, never for what comes after it.
    if (table === 'approvals' && !trusted) return { ...row, scopes: ['once'] };
    return table === 'schedules' ? scheduleAtRest(schedule.parse(row)) : row;
  }

  async function add(table: Plain, read: unknown): Promise<Result> {
    const row = read as Row;
    const away = keptAway(table, row);
    if (away) return away;
    if (table === 'audit' || table === 'setAside') return numbered[table](row);
    const to: Table = database[table];
    try {
      await to.add(asStored(table, row));
    } catch (error) {
      if (error instanceof Error && error.name === 'ConstraintError') return { kind: 'kept' };
      throw error;
    }
    if (table === 'artifacts') artifacts.add(row.id);
    return { kind: 'added' };
  }

  /** Rows of one table, in one transaction; tells what became of each. */
  return async (table: Plain, rows: readonly unknown[]): Promise<Result[]> =>
    database.transaction('rw', database[table] as Table, async () => {
      const results: Result[] = [];
      for (const row of rows) results.push(await add(table, row));
      return results;
    });
}

/** A permission from a file allows nothing: it asks. A refusal stays one. */
function narrowed(row: Grant): Grant {
  return row.mode === 'always' || row.mode === 'run' ? { ...row, mode: 'ask' } : row;
}

/**
 * Takes in rows of a table that numbers them, in the order of the file: each gets the next number. One that is there under any number
 * is kept.
 */
function createNumbered(table: Table, name: 'seq' | 'id'): (row: Row) => Promise<Result> {
  let known: Promise<Set<string>> | undefined;
  const sumOf = ({ [name]: _, hash: __, ...row }: Row) => checksum(canonical(JSON.parse(JSON.stringify(row)) as Json));
  const read = async () => {
    const sums = new Set<string>();
    await table.each((row: Row) => sums.add(sumOf(row)));
    return sums;
  };
  return async (row) => {
    known ??= read();
    const sum = sumOf(row);
    if ((await known).has(sum)) return { kind: 'kept' };
    // It is chained where it stands, to what stands before it there.
    const { [name]: _, hash: __, ...rest } = row;
    await table.add(rest);
    return { kind: 'added' };
  };
}
