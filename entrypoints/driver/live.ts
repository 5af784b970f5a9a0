import type { Live } from '#lib/core/person.ts';

/** The value of a live query as it stands now. */
export async function first<T>(live: Live<T>): Promise<T> {
  const { value } = await once(live, (value) => ({ value }));
  return value;
}

/** What `pick` finds in a live value, as soon as it finds something. */
export function once<T, R extends object>(live: Live<T>, pick: (value: T) => R | undefined): Promise<R> {
  return new Promise((done) => {
    const stop = live((value) => {
      const picked = pick(value);
      if (!picked) return;
      done(picked);
      // Some call back before they return their disposer.
      queueMicrotask(() => stop());
    });
  });
}

/** Counts the changes of what belongs to a key, so that one can wait for the next without missing one. */
export function watch(livesOf: (key: string) => readonly Live<unknown>[]) {
  const watched = new Map<string, { count: number; waiting: Set<() => void> }>();

  function of(key: string) {
    const known = watched.get(key);
    if (known) return known;
    const own = { count: 0, waiting: new Set<() => void>() };
    watched.set(key, own);
    for (const live of livesOf(key)) {
      live(() => {
        own.count += 1;
        for (const wake of own.waiting) wake();
        own.waiting.clear();
      });
    }
    return own;
  }

  return {
    at: (key: string): number => of(key).count,
    after: (key: string, count: number): Promise<void> => {
      const own = of(key);
      return own.count > count ? Promise.resolve() : new Promise((done) => own.waiting.add(done));
    },
  };
}
