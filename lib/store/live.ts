import { liveQuery } from 'dexie';
import type { Live } from '#lib/core/person.ts';

/** Waits before a query that failed is tried again, ms; the last one repeats. */
const AGAIN_MS = [500, 1_000, 2_000, 5_000, 10_000];
/** A query rests for as long as it took, and within these bounds, ms: so much that changes costs a page no more than half its time. */
const [LEAST_REST_MS, MOST_REST_MS] = [20, 1_000];

/**
 * A query that runs again whenever what it read has changed: one at a time, and at a pace that it can keep up while changes never
 * pause. Its errors go to `onError`; the last value stands, and it is tried again by itself: what the browser could not open now
 * it may open soon.
 */
export function live<T>(query: () => Promise<T>, onError: (error: unknown) => void): Live<T> {
  return (listener) => {
    let stop = () => {};
    let failures = 0;
    let over = false;

    function later(ms: number): void {
      stop();
      const timer = setTimeout(watch, ms);
      stop = () => clearTimeout(timer);
    }

    function watch(): void {
      if (over) return;
      let asked = false;
      let rest = LEAST_REST_MS;
      const subscription = liveQuery(async () => {
        // Dexie asks a second time when something that was read has changed. It would drop what a write has overtaken, for ever
        // while writes keep coming, and run a query for each of them; so it is only listened to for the news that there is one.
        if (asked) return setTimeout(later, 0, rest);
        asked = true;
        const begun = performance.now();
        const value = await query();
        rest = Math.min(MOST_REST_MS, Math.max(LEAST_REST_MS, performance.now() - begun));
        failures = 0;
        // Out of the query's own zone, so that what a listener reads is not taken for a part of it.
        return setTimeout(() => !over && listener(value));
      }).subscribe({
        error: (error) => {
          onError(error);
          later(AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? 0);
          failures += 1;
        },
      });
      stop = () => subscription.unsubscribe();
    }

    watch();
    return () => {
      over = true;
      stop();
    };
  };
}
