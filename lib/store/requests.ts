import type { Ask } from '#lib/core/engine.ts';
import type { Clock, RequestRow, Requests } from '#lib/core/ports.ts';
import type { RunRow } from '#lib/core/run.ts';
import type { Database } from './database.ts';
import { HOST, type JournalStore } from './journal.ts';
import { rowsIn } from './rows.ts';
import { isHeldOn } from './settings.ts';
import type { SpendStore } from './spend.ts';

const isUnderWay = ({ status, stopping }: RunRow) => !stopping && (status === 'queued' || status === 'running');

/** `relaxed` is a second connection for checkpoints, whose loss costs a second of text and nothing else. */
export function createRequests(
  database: Database,
  relaxed: Database,
  options: { journal: JournalStore; spend: SpendStore; clock: Clock },
): Requests {
  const { journal, runs, requests, asks, spend, settings } = database;
  /** What was paused or stopped before anybody asked spends nothing: the next wake ends it. While everything is held, what was begun by a dead host waits too. */
  const isHeldUp = async ({ state }: RequestRow, of: RunRow | undefined) =>
    of !== undefined && ((state === 'open' && !isUnderWay(of)) || (await isHeldOn(relaxed)));
  return {
    get: (id) => requests.get(id),
    open: async () =>
      (await rowsIn(requests, 'state', ['open', 'streaming'])).sort((a, b) => a.createdAt - b.createdAt),
    // Lost to a power cut, a question is asked again: nothing was answered yet.
    begin: ({ ask, ...row }, happening, owner) =>
      relaxed.transaction(
        'rw',
        [relaxed.journal, relaxed.runs, relaxed.requests, relaxed.asks, relaxed.settings],
        async () => {
          const put = () => Promise.all([relaxed.requests.put(row), relaxed.asks.put({ request: row.id, ask })]);
          if (row.run !== undefined && happening) {
            const known = await relaxed.runs.get(row.run);
            // What was paused, stopped or held since the step looked spends nothing more.
            if (known?.lease?.owner !== owner || !isUnderWay(known) || (await isHeldOn(relaxed))) return false;
            const asked = options.journal.write(row.run, [happening], { lease: HOST, row: known, via: relaxed });
            await Promise.all([asked, put()]);
          } else await put();
          return true;
        },
      ),
    take: async (id, owner, alive) => {
      const { asks: questions, settings: said } = relaxed;
      const taken = await relaxed.transaction('rw', relaxed.requests, questions, relaxed.runs, said, async () => {
        const [row, asked] = await Promise.all([relaxed.requests.get(id), questions.get(id)]);
        if (!row || row.state === 'ended') return undefined;
        if (row.run !== undefined && (await isHeldUp(row, await relaxed.runs.get(row.run)))) return undefined;
        if (row.state === 'streaming' && row.owner !== undefined && alive.has(row.owner)) return undefined;
        await relaxed.requests.put({ ...row, state: 'streaming', owner });
        // Before version 3 it stood in the row.
        const ask = asked?.ask ?? (row as { ask?: Ask }).ask;
        return ask && { run: row.run, ask };
      });
      // Its end will be journaled here.
      if (taken?.run !== undefined) await options.journal.warm(taken.run);
      return taken?.ask;
    },
    checkpoint: async (id, partial) => {
      await relaxed.requests.where({ id }).modify((row: RequestRow) => {
        if (row.state === 'streaming') row.partial = partial;
      });
    },
    finish: (id, end, usd) =>
      database.transaction('rw', [journal, runs, requests, asks, spend, settings], async () => {
        const row = await requests.get(id);
        if (!row || row.state === 'ended') return false;
        // What was asked is in the journal's ledger; the payload itself has served.
        const { ask: _, ...bare } = row as RequestRow & { ask?: Ask };
        const served = { ...bare, state: 'ended' as const, partial: '' };
        const kept = [asks.delete(id), requests.put({ ...served, end: row.run === undefined ? end : undefined })];
        if (row.run !== undefined) {
          const told = end.kind === 'aborted' && row.state === 'open' ? { ...end, unsent: true as const } : end;
          const happening = { kind: 'model-ended' as const, request: id, end: told, ...(usd !== undefined && { usd }) };
          const state = await options.journal.write(row.run, [happening], { lease: null });
          if (state) await options.spend.charge(state, row, usd);
        }
        await Promise.all(kept);
        return true;
      }),
  };
}
