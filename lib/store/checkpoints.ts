import { Dexie } from 'dexie';
import { isEnded, type RunState } from '#lib/core/run.ts';
import { chunkKeys, packState, type Stored, unpackState } from './checkpoint-pieces.ts';
import type { Database } from './database.ts';

/** A fold is stored again after this many events; after fewer when the run comes to rest. */
const EVERY = 256;
const AT_REST = 64;
/** Runs whose stored chunks are known by identity; of others all chunks are written once more. */
const MOST_KNOWN = 50;

export type Checkpoints = {
  /** The newest stored fold of a run; `undefined` where there is none that can be used. */
  load: (run: string) => Promise<RunState | undefined>;
  /** Takes note of a fold that was committed, and stores it by and by when it is worth it. Never waits, never throws. */
  keep: (state: RunState) => void;
  /** Resolves when nothing is on its way to the disk. */
  idle: () => Promise<void>;
};

/**
 * Folds of long journals, so that a new worker need not read all of them. They are a convenience: losing or damaging any of them
 * costs time and nothing else. `relaxed` is the connection for what may be lost.
 */
export function createCheckpoints(relaxed: Database): Checkpoints {
  const { checkpoints } = relaxed;
  const known = new Map<string, Stored>();
  const wanted = new Map<string, RunState>();
  let underWay: Promise<void> | undefined;

  async function load(run: string): Promise<RunState | undefined> {
    const found = await relaxed.transaction('r', checkpoints, async () => {
      const head = await checkpoints.get(run);
      const keys = chunkKeys(head);
      return keys && unpackState(head, await checkpoints.bulkGet(keys));
    });
    if (found) know(run, found.stored);
    return found?.state;
  }

  async function store(state: RunState): Promise<void> {
    const stored = await relaxed.transaction('rw', checkpoints, async () => {
      const before = known.get(state.id);
      const there = await checkpoints.get(state.id);
      // Another context was faster, or it is there from before: what is stored then is not what is known here.
      if (there && chunkKeys(there) && there.seq !== before?.seq && there.seq + AT_REST > state.seq) return undefined;
      const packed = packState(state, there?.seq === before?.seq ? before : undefined);
      await checkpoints.bulkPut(packed.pieces);
      return packed.stored;
    });
    if (stored) know(state.id, stored);
  }

  function know(run: string, stored: Stored): void {
    known.delete(run);
    known.set(run, stored);
    if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? '');
  }

  async function drain(): Promise<void> {
    for (;;) {
      const [state] = wanted.values();
      if (!state) return;
      wanted.delete(state.id);
      await store(state).catch(() => undefined);
    }
  }

  return {
    load,
    keep: (state) => {
      const since = state.seq - (known.get(state.id)?.seq ?? 0);
      if (since < (isAtRest(state) ? AT_REST : EVERY)) return;
      wanted.set(state.id, state);
      // In a turn of its own: what waits for the commit goes first, and none of its transaction reaches here.
      underWay ??= new Promise<void>((done) => setTimeout(done))
        .then(() => Dexie.ignoreTransaction(drain))
        .finally(() => {
          underWay = undefined;
        });
    },
    idle: async () => underWay,
  };
}

/** Deletes what is stored of a run, for callers inside a transaction over `checkpoints`. */
export async function forgetCheckpoint({ checkpoints }: Database, run: string): Promise<void> {
  await checkpoints.where('run').startsWith(`${run}#`).delete();
  await checkpoints.delete(run);
}

const isAtRest = ({ status }: RunState): boolean => status === 'waiting' || status === 'paused' || isEnded(status);
