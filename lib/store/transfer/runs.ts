import { type RunEvent, runEvent } from '#lib/core/event.ts';
import { type RunRow, runRow } from '#lib/core/run.ts';
import { rowOf } from '#lib/core/run-row.ts';
import type { Database } from '../database.ts';
import { journalAtRest } from './at-rest.ts';
import type { Result } from './import-all.ts';

type Line = { at: number; row: unknown };
type Count = (result: Result, at: number, rows?: number) => void;

/**
 * Takes runs in: the events of each as they come, and all of it at once when its row or another run follows. The row is made from
 * the journal, not believed.
 */
export function createRunImport(database: Database, count: Count) {
  const { journal, runs } = database;
  const added = new Set<string>();
  let open: { run: string; events: Line[] } | undefined;

  async function close(row?: RunRow): Promise<void> {
    const taken = open;
    open = undefined;
    if (!taken) return;
    const { run, events } = taken;
    const at = events[0]?.at ?? 0;
    const result = await put(run, events, row).catch((error: unknown) => refused(error));
    if (result.kind === 'added') added.add(run);
    count(result, at, events.length + (row ? 1 : 0));
  }

  async function put(run: string, lines: readonly Line[], row?: RunRow): Promise<Result> {
    const stored = lines.map((one) => one.row as RunEvent);
    const { events, state } = journalAtRest(lines.map((one) => runEvent.parse(one.row)));
    const gap = events.findIndex((event, index) => event.seq !== index);
    if (gap >= 0) return { kind: 'refused', why: `Event ${gap} of the run ${run} is missing, so the run is left out.` };
    const kept = row?.compactedAt === undefined ? {} : { compactedAt: row.compactedAt };
    return database.transaction('rw', journal, runs, async () => {
      if ((await runs.get(run)) || (await journal.get([run, 0]))) return { kind: 'kept' };
      await journal.bulkAdd(events.map((event, index) => stored[index] ?? event));
      await runs.put({ ...rowOf(state, events.at(-1)?.at ?? 0, undefined), ...kept });
      return { kind: 'added' };
    });
  }

  return {
    take: async (table: 'journal' | 'runs', { at, row }: Line): Promise<void> => {
      if (table === 'journal') {
        const { run } = runEvent.parse(row);
        if (open?.run !== run) await close();
        open ??= { run, events: [] };
        open.events.push({ at, row });
        return;
      }
      const parsed = runRow.parse(row);
      if (open?.run === parsed.id) return close(parsed);
      await close();
      if (await runs.get(parsed.id)) count({ kind: 'kept' }, at);
      else count({ kind: 'refused', why: `The run ${parsed.id} has no journal here.` }, at);
    },
    end: () => close(),
    /** Whether a run came with this file. */
    isNew: (run: string): boolean => added.has(run),
  };
}

function refused(error: unknown): Result {
  const why = error instanceof Error ? error.message : String(error);
  return { kind: 'refused', why: `A run is left out: ${why}` };
}
