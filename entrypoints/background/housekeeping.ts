import type { Retention } from '#lib/core/retention.ts';
import type { RunRow } from '#lib/core/run.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Runs compacted in one go; a worker that is idle has thirty seconds to live. */
const BATCH = 5;

export type HousekeepingPorts = {
  now: () => number;
  retention: () => Promise<Retention>;
  /** When it was done last, kept while the browser runs. */
  last: { get: (key: string) => Promise<number | undefined>; put: (key: string, at: number) => Promise<void> };
  sweep: () => Promise<void>;
  due: (before: number, most: number) => Promise<RunRow[]>;
  /** Drops the texts of a run; yields how many characters. */
  compact: (run: string) => Promise<number>;
  /** Told of each batch, for the audit. */
  compacted: (batch: { runs: string[]; characters: number; days: number }) => Promise<void>;
};

/**
 * What is done when nothing else is to do: what has served is deleted, and old runs lose their texts by the person's policy, a few
 * at a time. A worker that dies in it goes on with the next wake.
 */
export function createHousekeeping(ports: HousekeepingPorts): (isIdle: () => boolean) => Promise<void> {
  let underWay: Promise<void> | undefined;

  async function work(isIdle: () => boolean): Promise<void> {
    const last = await ports.last.get('at');
    if (last !== undefined && ports.now() - last < HOUR_MS) return;
    await ports.sweep();
    const { days } = await ports.retention();
    while (days !== 'never' && isIdle()) {
      const batch = await ports.due(ports.now() - days * DAY_MS, BATCH);
      if (batch.length === 0) break;
      let characters = 0;
      for (const row of batch) characters += await ports.compact(row.id);
      await ports.compacted({ runs: batch.map((row) => row.id), characters, days });
    }
    if (isIdle()) await ports.last.put('at', ports.now());
  }

  return (isIdle) => {
    underWay ??= work(isIdle).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
