import { Dexie } from 'dexie';
import type { Happening, RunEvent } from '#lib/core/event.ts';
import { runEvent } from '#lib/core/event.ts';
import type { Clock, Journal, Lease, NewRun } from '#lib/core/ports.ts';
import { applyEvent, beginRun } from '#lib/core/reduce.ts';
import { isEnded, type RunRow, type RunState, runRow } from '#lib/core/run.ts';
import { rowOf } from '#lib/core/run-row.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Database } from './database.ts';
import { mayBeLost } from './durability.ts';
import { gateTables, passesGate } from './intend.ts';
import { parseRow, parseRows, rowsIn } from './rows.ts';

/** While a model request is under way its run belongs to the engine host; only the request's end frees it. */
export const HOST: Lease = { owner: 'engine-host', until: Number.MAX_SAFE_INTEGER };

/** Folds kept in memory; a run that is not among them is folded again. */
const MOST_KEPT = 50;

type Written = { lease?: Lease | null; row?: RunRow | undefined; via?: Database };

export type JournalStore = Journal & {
  /**
   * `append` for callers that are already inside a transaction over `journal` and `runs`: of the strict connection, or of `via`.
   * `row` is the run's row where the caller has just read it. Yields the run as it is then.
   */
  write: (run: string, happenings: readonly Happening[], options?: Written) => Promise<RunState | undefined>;
  /** The connection on which these are committed. Known of a run whose fold is at hand; else the strict one. */
  via: (run: string, happenings: readonly Happening[]) => Database;
  /** Has the fold of a run at hand, for callers that are about to `write` in a transaction of theirs. */
  warm: (run: string) => Promise<void>;
  /** `create` for callers that are already inside such a transaction. */
  begin: (run: NewRun) => Promise<boolean>;
};

export function createJournal(
  database: Database,
  options: { clock: Clock; checkpoints: Pick<Checkpoints, 'load' | 'keep'>; relaxed: Database },
): JournalStore {
  const { clock, checkpoints, relaxed } = options;
  const { journal, runs } = database;
  // Holds what is committed, never what a transaction is about to write: one that aborts leaves no trace here.
  const cache = new Map<string, RunState>();
  function remember(state: RunState): void {
    if ((cache.get(state.id)?.seq ?? 0) > state.seq) return;
    cache.delete(state.id);
    cache.set(state.id, state);
    if (cache.size > MOST_KEPT) cache.delete(cache.keys().next().value ?? '');
  }

  async function fold(run: string, via: Database): Promise<RunState | undefined> {
    const known = cache.get(run);
    const rows = await via.journal
      .where('[run+seq]')
      .between([run, known?.seq ?? 0], [run, Number.MAX_SAFE_INTEGER])
      .toArray();
    const folded = rows.reduce<RunState | undefined>((sofar, row) => {
      const event = readEvent(row);
      if (event.seq !== (sofar?.seq ?? 0)) throw new JournalBroken(run, `event ${sofar?.seq ?? 0} is missing`);
      return sofar ? applyEvent(sofar, event) : beginRun(event);
    }, known);
    if (!folded && (await via.runs.get(run))) throw new JournalBroken(run, 'its beginning is missing');
    return folded;
  }

  function readEvent(row: unknown): RunEvent {
    const parsed = runEvent.safeParse(row);
    if (!parsed.success) throw new JournalBroken((row as { run: string }).run, parsed.error.issues[0]?.message);
    return parsed.data;
  }

  async function write(
    run: string,
    happenings: readonly Happening[],
    options: Written = {},
  ): Promise<RunState | undefined> {
    const via = options.via ?? database;
    const row = options.row ?? (await via.runs.get(run));
    // The row is written with every event, so that it tells whether the fold at hand is the newest.
    const known = cache.get(run);
    let state = known && row?.seq === known.seq ? known : await fold(run, via);
    const at = clock.now();
    const seq = state?.seq ?? 0;
    const events = happenings.map((happening, index): RunEvent => ({ run, seq: seq + index, at, happening }));
    for (const event of events) state = state ? applyEvent(state, event) : beginRun(event);
    if (!state) return undefined;
    const lease = options.lease === undefined ? row?.lease : (options.lease ?? undefined);
    const written = state;
    Dexie.currentTransaction.on('complete', () => {
      remember(written);
      checkpoints.keep(written);
    });
    await Promise.all([
      via.journal.bulkAdd(events),
      via.runs.put(rowOf(state, at, isEnded(state.status) ? undefined : lease)),
    ]);
    return written;
  }

  function via(run: string, happenings: readonly Happening[]): Database {
    return mayBeLost(happenings, cache.get(run)) ? relaxed : database;
  }

  /** Has the newest fold at hand, or none: a journal that cannot be read is told of by whoever folds it. */
  async function catchUp({ id, seq }: RunRow): Promise<void> {
    if (cache.get(id)?.seq === seq) return;
    const state = await fold(id, relaxed).catch(() => undefined);
    if (state) remember(state);
    else cache.delete(id);
  }

  /** From a checkpoint, unless a fold of it is at hand. What can't be loaded is folded from its beginning. */
  async function warm(run: string): Promise<void> {
    if (cache.has(run)) return;
    const state = await checkpoints.load(run).catch(() => undefined);
    // Of a journal that lost its last events nothing may stand that they told.
    if (state && (await journal.get([run, state.seq - 1]))) remember(state);
  }

  async function begin({ id, ...facts }: NewRun): Promise<boolean> {
    if (await runs.get(id)) return false;
    const parent = facts.parent ? await runs.get(facts.parent) : undefined;
    await write(id, [{ kind: 'run-created', ...facts, root: parent?.root ?? id, depth: (parent?.depth ?? -1) + 1 }]);
    return true;
  }

  return {
    write,
    warm,
    begin,
    create: (run) => database.transaction('rw', journal, runs, () => begin(run)),
    via,
    append: async (run, happenings, owner, audited) => {
      await warm(run);
      const on = via(run, happenings);
      return on.transaction('rw', [on.journal, on.runs, ...(audited ? [on.audit] : [])], async () => {
        const row = await on.runs.get(run);
        if (owner !== undefined && (row?.lease?.owner !== owner || isHeldUp(row, happenings))) return false;
        const noted = audited && on.audit.add({ ...audited, at: clock.now() });
        await Promise.all([write(run, happenings, { row, via: on }), noted]);
        return true;
      });
    },
    intend: async (run, happenings, intent) => {
      await warm(run);
      const on = via(run, happenings);
      const tables = [on.journal, on.runs, ...(intent.audited ? [on.audit] : []), ...gateTables(on)];
      return on.transaction('rw', tables, async () => {
        const [row, gate] = await Promise.all([on.runs.get(run), passesGate(on, intent, clock)]);
        if (gate.kind === 'changed') return 'changed';
        if (gate.kind === 'held') return 'lost';
        if (row?.lease?.owner !== intent.owner || isHeldUp(row, happenings)) return 'lost';
        const noted = intent.audited && on.audit.add({ ...intent.audited, at: clock.now() });
        const counted = gate.counted.length > 0 && on.grants.bulkPut(gate.counted);
        await Promise.all([write(run, happenings, { row, via: on }), noted, counted]);
        return 'written';
      });
    },
    follow: async ({ id, seq }, happenings) => {
      await warm(id);
      return database.transaction('rw', journal, runs, async () => {
        const row = await runs.get(id);
        if (row?.seq !== seq) return false;
        await write(id, happenings, { row });
        return true;
      });
    },
    seen: (run) => cache.get(run),
    fold: async (run) => {
      await warm(run);
      const state = await database.transaction('r', journal, runs, () => fold(run, database));
      if (!state) return undefined;
      remember(state);
      return state;
    },
    events: async (run, from = 0) =>
      parseRows(
        database,
        journal,
        runEvent,
        await journal.where('[run+seq]').between([run, from], [run, Number.MAX_SAFE_INTEGER]).toArray(),
      ),
    live: async () => {
      const rows = await rowsIn(runs, 'status', ['queued', 'running', 'waiting', 'paused']);
      return parseRows(database, runs, runRow, rows).sort((a, b) => a.createdAt - b.createdAt);
    },
    tree: async (root) => parseRows(database, runs, runRow, await runs.where({ root }).sortBy('createdAt')),
    // A lease means nothing after a power cut: its owner is gone as well.
    claim: async (run, lease, alive) => {
      await warm(run);
      return relaxed.transaction('rw', relaxed.journal, relaxed.runs, async () => {
        const row = parseRow(relaxed, relaxed.runs, runRow, await relaxed.runs.get(run));
        if (!row || isEnded(row.status) || isHeld(row, lease, alive, clock.now())) return undefined;
        await Promise.all([relaxed.runs.put({ ...row, lease }), catchUp(row)]);
        return row.lease && row.lease.owner !== lease.owner ? 'taken-over' : 'claimed';
      });
    },
    pass: (run, owner, to) =>
      relaxed.transaction('rw', relaxed.runs, async () => {
        const row = await relaxed.runs.get(run);
        if (row?.lease?.owner !== owner) return;
        const { lease: _, ...free } = row;
        await relaxed.runs.put(to ? { ...free, lease: to } : free);
      }),
  };
}

/** Nothing begins any more once the person has said so, however little time there was to hear of it. */
function isHeldUp(row: RunRow, happenings: readonly Happening[]): boolean {
  return (row.stopping || row.status === 'paused') && happenings.some((one) => one.kind === 'call-started');
}

function isHeld(row: RunRow, by: Lease, alive: ReadonlySet<string> | undefined, now: number): boolean {
  if (!row.lease || row.lease.owner === by.owner) return false;
  if (row.lease.owner === HOST.owner || !alive) return true;
  return alive.has(row.lease.owner) && row.lease.until > now;
}

/** A journal with a row that cannot be read: the run cannot go on, and nothing of it is thrown away. */
export class JournalBroken extends Error {
  readonly code = 'journal-broken';
  readonly run: string;
  constructor(run: string, detail?: string) {
    super(
      `The journal of this run has a row that cannot be read${detail ? ` (${detail})` : ''}. The run stops; what it made is kept.`,
    );
    this.run = run;
  }
}
