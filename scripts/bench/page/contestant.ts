import type { Durability } from '#lib/store/database.ts';
import { newRun } from './kernel.ts';
import { openWorker } from './worker.ts';

/** Annex as one of those that are compared: takes so many steps, and yields when each of them began. */
export async function createContestant(
  database: string,
  commits?: Durability,
): Promise<(steps: number) => Promise<number[]>> {
  const worker = await openWorker({ database, commits });
  await worker.settle();
  let runs = 0;
  return async (steps) => {
    const id = `run-${runs++}`;
    await worker.store.journal.create(newRun(id));
    return worker.take(id, steps);
  };
}
