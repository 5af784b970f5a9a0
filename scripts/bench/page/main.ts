import '#lib/core/zod-setup.ts';
import type { Happening } from '#lib/core/event.ts';
import { createContestant } from './contestant.ts';
import { newRun } from './kernel.ts';
import { fillUpTo } from './long-journal.ts';
import { openWorker } from './worker.ts';

/** Appends in pieces: one transaction of 10,000 rows is nothing that a run ever does. */
const PIECE = 600;
const TURNS = 20;
const NOT_YET: Happening = { kind: 'run-paused', by: 'user', reason: 'Not yet.' };
const NOW: Happening = { kind: 'run-resumed', reason: 'Now.' };

async function fill(worker: Worker, id: string, events: number): Promise<void> {
  await worker.store.journal.create(newRun(id));
  const all = fillUpTo(events);
  for (let at = 0; at < all.length; at += PIECE) await worker.store.journal.append(id, all.slice(at, at + PIECE));
}
type Worker = Awaited<ReturnType<typeof openWorker>>;

let count = 0;
const fresh = (kind: string) => `${kind}-${count++}`;

const measurements = {
  contestant: createContestant,

  /** Begins of the steps of runs whose journals are so long when they begin, in turn. */
  lengths: async (lengths: readonly number[]): Promise<number[][]> => {
    const worker = await openWorker({ database: fresh('lengths') });
    await worker.settle();
    // All are written before the first is measured: what the disk still does with them meets every one alike.
    for (const [index, events] of lengths.entries()) {
      await fill(worker, `run-${index}`, events);
      await worker.store.journal.append(`run-${index}`, [NOT_YET]);
    }
    const marks: number[][] = [];
    for (const index of lengths.keys()) {
      await worker.store.journal.append(`run-${index}`, [NOW]);
      marks.push(await worker.take(`run-${index}`, TURNS * 2));
    }
    return marks;
  },

  /** From a new worker on a database that holds a run of so many events, to the run's first question, ms. */
  firstStep: async (events: number, times: number): Promise<number[]> => {
    const database = fresh('first-step');
    const before = await openWorker({ database });
    await before.settle();
    for (let index = 0; index < times; index += 1) {
      await fill(before, `run-${index}`, events);
      await before.store.journal.append(`run-${index}`, [NOT_YET]);
    }
    await before.store.checkpoints.idle();
    const taken: number[] = [];
    for (let index = 0; index < times; index += 1) {
      await before.store.journal.append(`run-${index}`, [NOW]);
      const start = performance.now();
      const worker = await openWorker({ database });
      const [first = 0] = await worker.take(`run-${index}`, 0);
      taken.push(first - start);
    }
    return taken;
  },

  /** How long a wake takes that finds nothing to do, with so many ended runs in the store, ms. */
  idleWakes: async (ended: number, times: number): Promise<number[]> => {
    const worker = await openWorker({ database: fresh('stored') });
    await worker.settle();
    for (let index = 0; index < ended; index += 1) {
      await worker.store.journal.create(newRun(`old-${index}`));
      const end = { kind: 'run-ended', state: 'succeeded', reason: 'Done.' } as const;
      await worker.store.journal.append(`old-${index}`, [...fillUpTo(14), end]);
    }
    return timed(times, worker.wake);
  },

  /** One wake with so many runs queued, and the time until all of them have taken a turn and ended, ms. */
  queued: async (runs: number): Promise<{ wake: number; all: number }> => {
    const worker = await openWorker({ database: fresh('queued') });
    await worker.settle();
    const names = Array.from({ length: runs }, (_, index) => `run-${index}`);
    for (const id of names) await worker.store.journal.create(newRun(id));
    const ended = worker.ended(names);
    const start = performance.now();
    await worker.wake();
    const wake = performance.now() - start;
    await ended;
    return { wake, all: performance.now() - start };
  },
};

async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}

declare global {
  // The measurements reach the page by this name.
  var bench: Bench;
}
type Bench = typeof measurements;

globalThis.bench = measurements;
