import type { RunEvent } from '#lib/core/event.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import type { RunState } from '#lib/core/run.ts';
import { JournalBroken } from '#lib/store/journal.ts';
import type { Reader } from '#lib/store/reader.ts';

type ReadRun = { state: RunState; events: RunEvent[] };

/** Journals kept at hand; what is shown is read again at each event, and long ones only from their last on. */
const MOST_KEPT = 5;

/**
 * Reads runs as their journals tell them. Of a journal with a row that cannot be read comes what stands before it, and how the
 * run ended by its row.
 */
export function createReadRun(store: Reader): (id: string) => Promise<ReadRun | undefined> {
  const kept = new Map<string, RunEvent[]>();

  async function eventsOf(id: string): Promise<RunEvent[]> {
    const known = kept.get(id) ?? [];
    const events = [...known, ...(await store.journal.events(id, known.length))];
    kept.delete(id);
    if (events.every((event, index) => index < known.length || event.seq === index)) kept.set(id, events);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    return events;
  }

  async function readBroken(id: string, why: string): Promise<ReadRun | undefined> {
    const all = await store.journal.events(id);
    const gap = all.findIndex((event, index) => event.seq !== index);
    const events = gap < 0 ? all : all.slice(0, gap);
    if (events.length === 0) return undefined;
    const row = await store.database.runs.get(id);
    const state = foldJournal(events);
    return { state: { ...state, status: row?.status ?? state.status, reason: row?.reason || why }, events };
  }

  return async (id) => {
    try {
      const state = await store.journal.fold(id);
      return state && { state, events: await eventsOf(id) };
    } catch (error) {
      if (!(error instanceof JournalBroken)) throw error;
      return readBroken(id, error.message);
    }
  };
}
