import type { Page } from 'playwright-core';
import type { Schedule, ScheduleOrder } from '#lib/core/schedule.ts';

const HOUR = 3_600_000;

/** An hourly schedule of Researcher over one page, whose newest due time was half a minute ago. */
export function hourly(url: string, changes: Partial<ScheduleOrder> = {}): ScheduleOrder {
  return {
    ...{ title: 'Hourly brief', agent: 'researcher', task: 'What does it say?', engine: 'basic' },
    inputs: [{ kind: 'link', url, text: 'The page', from: url }],
    cadence: { kind: 'interval', minutes: 60, anchor: Date.now() - 30_000 },
    ...{ overlap: 'skip', catchUp: 'latest', lookbackHours: 24, mostCaughtUp: 5, jitterSeconds: 0 },
    ...{ pauseAfterFailures: 3, ...changes },
  };
}

/** Makes a schedule and has time go by since, by writing its row: times of the last so many hours are due, and nobody has been told. */
export async function overdue(driver: Page, order: ScheduleOrder, hours: number): Promise<Schedule> {
  const id = await driver.evaluate((order) => globalThis.annex.saveSchedule(order), order);
  const made = await driver.evaluate(rewind, { id, by: hours * HOUR });
  if (!made) throw new Error('The schedule was not saved.');
  return made;
}

/** Tells the worker that something was changed, by saving a schedule as it is. */
export async function knock(driver: Page, { id, ...order }: Schedule): Promise<void> {
  await driver.evaluate(({ order, id }) => globalThis.annex.saveSchedule(order, id), { order, id });
}

/** Runs in the page: the row is on the disk when this is over. */
async function rewind({ id, by }: { id: string; by: number }): Promise<Schedule | undefined> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('annex');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  return new Promise((done, failed) => {
    const transaction = database.transaction('schedules', 'readwrite', { durability: 'strict' });
    const table = transaction.objectStore('schedules');
    const reading = table.get(id);
    let after: Schedule | undefined;
    reading.onsuccess = () => {
      const row: Schedule = reading.result;
      after = { ...row, createdAt: row.createdAt - by, handledUntil: row.handledUntil - by };
      table.put(after);
    };
    transaction.oncomplete = () => {
      database.close();
      done(after);
    };
    transaction.onerror = () => failed(transaction.error);
  });
}
