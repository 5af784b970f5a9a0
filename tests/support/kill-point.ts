import type { Page, Worker } from 'playwright-core';

/** A moment to stop the service worker at: while its nth write to the journal is under way, or right after that stands. */
export type KillPoint = { write: number; side: 'before' | 'after' };

const CHANNEL = 'kill-point';

/**
 * Makes the living worker stand still, in the middle of whatever it does, at a point of what it will write; with `undefined`
 * it only counts. The worker itself knows nothing of this: its IndexedDB is watched from outside.
 */
export async function armKillPoint(worker: Worker, point: KillPoint | undefined): Promise<void> {
  await worker.evaluate(
    ([point, name]) => {
      const realm = globalThis as typeof globalThis & { writes?: string[][]; unwatched?: IDBObjectStore['add'] };
      realm.unwatched ??= IDBObjectStore.prototype.add;
      const add = realm.unwatched;
      const channel = new BroadcastChannel(name);
      const kinds = new WeakMap<IDBTransaction, string[]>();
      const writes: string[][] = [];
      realm.writes = writes;
      const standStill = () => {
        channel.postMessage('still');
        for (;;);
      };
      IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
        if (this.name !== 'journal') return add.apply(this, args);
        const { kind } = (args[0] as { happening: { kind: string } }).happening;
        const together = kinds.get(this.transaction);
        if (together) together.push(kind);
        else {
          const first = [kind];
          kinds.set(this.transaction, first);
          writes.push(first);
          if (writes.length === point?.write && point.side === 'before') standStill();
          if (writes.length === point?.write) this.transaction.addEventListener('complete', standStill);
        }
        return add.apply(this, args);
      };
    },
    [point, CHANNEL] as const,
  );
}

/** What the worker has written to the journal since it was armed: the kinds of the events of each write, in order. */
export function writesOf(worker: Worker): Promise<string[][]> {
  return worker.evaluate(() => (globalThis as { writes?: string[][] }).writes ?? []);
}

/** Settles once the worker stands still; must be called before it may. */
export async function listenForStill(page: Page): Promise<() => Promise<void>> {
  await page.evaluate((name) => {
    const realm = globalThis as typeof globalThis & { still?: Promise<unknown> };
    realm.still = new Promise((done) => {
      new BroadcastChannel(name).onmessage = done;
    });
  }, CHANNEL);
  return () =>
    page.evaluate(async () => {
      await (globalThis as { still?: Promise<unknown> }).still;
    });
}
