import type { Page, Worker } from 'playwright-core';
import type { RunEvent } from '#lib/core/event.ts';

/** A moment to stop the service worker at: while its nth write to the journal is under way, or right after that stands. */
export type KillPoint = { write: number; side: 'before' | 'after' };

const CHANNEL = 'kill-point';

/**
 * Makes the living worker stand still, in the middle of whatever it does, at a point of what it will write; with `undefined`
 * it only counts. The worker itself knows nothing of this: its IndexedDB is watched from outside. What it has committed by then
 * it tells itself: a transaction that stands still with it keeps every other reader out.
 */
export async function armKillPoint(worker: Worker, point: KillPoint | undefined): Promise<void> {
  await worker.evaluate(
    ([point, name]) => {
      const realm = globalThis as typeof globalThis & { writes?: string[][]; unwatched?: IDBObjectStore['add'] };
      realm.unwatched ??= IDBObjectStore.prototype.add;
      const add = realm.unwatched;
      const channel = new BroadcastChannel(name);
      const together = new WeakMap<IDBTransaction, (event: RunEvent) => void>();
      const committed: RunEvent[] = [];
      const writes: string[][] = [];
      realm.writes = writes;
      const standStill = () => {
        channel.postMessage(committed);
        for (;;);
      };
      const begin = (transaction: IDBTransaction) => {
        const [events, kinds]: [RunEvent[], string[]] = [[], []];
        const note = (event: RunEvent) => {
          events.push(event);
          kinds.push(event.happening.kind);
        };
        together.set(transaction, note);
        const isPoint = writes.push(kinds) === point?.write;
        if (isPoint && point.side === 'before') standStill();
        transaction.addEventListener('complete', () => {
          committed.push(...events);
          if (isPoint) standStill();
        });
        return note;
      };
      IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
        if (this.name !== 'journal') return add.apply(this, args);
        const note = together.get(this.transaction) ?? begin(this.transaction);
        note(args[0] as RunEvent);
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

/** Settles once the worker stands still, with the events that it had committed since it was armed; must be called before it may. */
export async function listenForStill(page: Page): Promise<() => Promise<RunEvent[]>> {
  await page.evaluate((name) => {
    const realm = globalThis as typeof globalThis & { still?: Promise<RunEvent[]> };
    realm.still = new Promise((done) => {
      new BroadcastChannel(name).onmessage = ({ data }) => done(data);
    });
  }, CHANNEL);
  return () => page.evaluate(async () => (await (globalThis as { still?: Promise<RunEvent[]> }).still) ?? []);
}
