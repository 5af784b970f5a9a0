import { type Trouble, troubleOf } from '#lib/store/trouble.ts';

/** Waits between tries to write again, ms; the last one repeats. */
const BACK_OFF = [2_000, 5_000, 15_000, 30_000, 60_000];
/** Waits for one write whose loss would make a call uncertain, ms: within what the worker surely lives. */
const PATIENCE = [500, 1_000, 2_000, 4_000, 8_000];

export type StorageTroublePorts = {
  now: () => number;
  /** Says so to the panels, past the database; `undefined` when it is over. */
  tell: (trouble: Trouble | undefined) => Promise<void>;
  /** Wakes the dispatcher at a moment. */
  wakeAt: (moment: number) => Promise<void>;
  wait: (ms: number) => Promise<void>;
  /** Writes something and takes it away again. */
  probe: () => Promise<void>;
};

/**
 * A database that refuses for want of room, or of itself, ends no run: what could not be written is tried again later, and goes
 * on by itself when there is room. A step that was cut off by it is recovered from the journal like any other.
 */
export function createStorageTrouble(ports: StorageTroublePorts) {
  let tries = 0;
  /** What was said last; of what a worker before this one said nothing is known. */
  let told: Trouble | 'over' | undefined;
  let next: number | undefined;

  async function say(state: Trouble | 'over'): Promise<void> {
    if (told === state) return;
    told = state;
    await ports.tell(state === 'over' ? undefined : state);
  }

  async function patiently<T>(work: () => Promise<T>, left = PATIENCE): Promise<T> {
    const [wait, ...rest] = left;
    try {
      return await work();
    } catch (error) {
      if (wait === undefined || troubleOf(error) !== 'full') throw error;
      await say('full');
      await ports.wait(wait);
      return patiently(work, rest);
    }
  }

  async function note(error: unknown): Promise<boolean> {
    const trouble = troubleOf(error);
    if (trouble === undefined) return false;
    const wait = BACK_OFF[Math.min(tries, BACK_OFF.length - 1)] ?? 0;
    tries += 1;
    await say(trouble);
    next = ports.now() + wait;
    await ports.wakeAt(next);
    return true;
  }

  async function worked(): Promise<void> {
    tries = 0;
    next = undefined;
    await say('over');
  }

  return {
    /** Takes note of an error that is the database's; false for any other. */
    note,
    /** A write succeeded. */
    worked,
    /** Whether the database takes writes, as far as is known; after trouble it is tried, so that nobody else need run into it. */
    isOver: async (): Promise<boolean> => {
      if (next === undefined) return true;
      try {
        await ports.probe();
      } catch (error) {
        if (!(await note(error))) throw error;
        return false;
      }
      await worked();
      return true;
    },
    /** When it is tried again; `undefined` while all is well. */
    due: (): number | undefined => next,
    /** Tries a write again for a while where there is no room: what was done is known only here, and would be lost. */
    patiently: <T>(work: () => Promise<T>) => patiently(work),
  };
}
export type StorageTrouble = ReturnType<typeof createStorageTrouble>;
