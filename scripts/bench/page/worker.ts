import type { Durability } from '#lib/store/database.ts';
import { openKernel } from './kernel.ts';

const USAGE = { inputTokens: 1, outputTokens: 1, ms: 0, exact: true };

/** A kernel with a model that calls the tool in each turn until so many steps are taken, and the moment at which each began. */
export async function openWorker(options: { database: string; commits?: Durability | undefined }) {
  let marks: number[] = [];
  let limit = 0;
  const ends = new Map<string, () => void>();
  const kernel = await openKernel({
    ...options,
    chat: async () => {
      marks.push(performance.now());
      const n = marks.length;
      const isOver = n > limit;
      const calls = isOver ? [] : [{ id: '', tool: 'noop', arguments: JSON.stringify({ n }) }];
      return { kind: 'answered', answer: { text: isOver ? 'Done.' : '', calls }, usage: USAGE };
    },
    noop: () => void marks.push(performance.now()),
    ended: (run) => ends.get(run)?.(),
  });
  return {
    ...kernel,
    /** Lets a run that stands in the store take so many steps and then end. Yields when each of them began. */
    take: async (run: string, steps: number): Promise<number[]> => {
      marks = [];
      limit = steps;
      const ended = new Promise<void>((done) => ends.set(run, done));
      await kernel.wake();
      await ended;
      return marks;
    },
    /** Settles when so many runs have ended. */
    ended: (runs: readonly string[]) =>
      Promise.all(runs.map((run) => new Promise<void>((done) => ends.set(run, done)))),
  };
}
