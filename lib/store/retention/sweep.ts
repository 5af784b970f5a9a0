import { grant, lapseOf } from '#lib/core/grant.ts';
import type { RequestRow } from '#lib/core/ports.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import { forgetCheckpoint } from '../checkpoints.ts';
import type { Database } from '../database.ts';

const DAY_MS = 24 * 3_600_000;
/** A request that has ended has served: its end is in the journal. */
const REQUEST_MS = DAY_MS;
/** A right click that nobody took up is forgotten. */
const HANDOFF_MS = 7 * DAY_MS;
/** An ended run is seldom opened again; without its checkpoint it opens a little later. */
const CHECKPOINT_MS = 7 * DAY_MS;
/** Of each schedule so many of its newest firings are kept, and all of the last days. */
const MOST_FIRINGS = 100;
const FIRING_MS = 90 * DAY_MS;
/** A grant that lapsed stays in the list so long, marked as such. */
const SHOWN_LAPSED_MS = 7 * DAY_MS;

/** Deletes what has served and is nobody's data, so that it does not grow for ever. */
export async function sweep(database: Database, now: number): Promise<void> {
  const { requests, handoffs } = database;
  const isOld = (row: RequestRow) => row.createdAt < now - REQUEST_MS;
  await requests.where('state').equals('ended').filter(isOld).delete();
  await handoffs.filter((row) => row.at < now - HANDOFF_MS).delete();
  await sweepCheckpoints(database, now);
  await sweepFirings(database, now);
  await sweepGrants(database, now);
  await sweepLapsed(database, now);
}

/** A grant that has lapsed allows nothing any more: it is taken from the list, and the audit says why. */
async function sweepLapsed({ grants, audit }: Database, now: number): Promise<void> {
  const keys = await grants.toCollection().primaryKeys();
  for (const id of keys)
    await grants.db.transaction('rw', grants, audit, async () => {
      const row = grant.safeParse(await grants.get(id)).data;
      const lapse = row && row.mode !== 'run' ? lapseOf(row, now) : undefined;
      if (!row || !lapse || (lapse.at !== undefined && now - lapse.at < SHOWN_LAPSED_MS)) return;
      const { agent, site, capability, mode } = row;
      await grants.delete(id);
      await audit.add({ at: now, what: 'grant-lapsed', agent, site, detail: { capability, mode, why: lapse.why } });
    });
}

/** Leave for one run ends with it; a worker that was killed in between, and a run that never came, leave it behind. */
async function sweepGrants({ grants, runs }: Database, now: number): Promise<void> {
  const lent = (await grants.where('run').above('').toArray()).filter((one) => one.mode === 'run');
  const rows = await runs.bulkGet(lent.map((one) => one.run ?? ''));
  const isOver = (row: RunRow | undefined, createdAt: number) =>
    row ? isEnded(row.status) : createdAt < now - REQUEST_MS;
  await grants.bulkDelete(lent.flatMap((one, index) => (isOver(rows[index], one.createdAt) ? [one.id] : [])));
}

async function sweepCheckpoints(database: Database, now: number): Promise<void> {
  const { checkpoints, runs } = database;
  const heads = (await checkpoints.toCollection().primaryKeys()).filter((key) => !key.includes('#'));
  const rows = await runs.bulkGet(heads);
  for (const [index, run] of heads.entries()) {
    const row = rows[index];
    if (row && (row.endedAt === undefined || row.endedAt >= now - CHECKPOINT_MS)) continue;
    await database.transaction('rw', checkpoints, () => forgetCheckpoint(database, run));
  }
}

async function sweepFirings({ firings }: Database, now: number): Promise<void> {
  for (const schedule of await firings.orderBy('schedule').uniqueKeys()) {
    const all = firings.where('[schedule+time]').between([schedule, 0], [schedule, Number.MAX_SAFE_INTEGER]);
    const keys = await all.reverse().offset(MOST_FIRINGS).primaryKeys();
    await firings.bulkDelete(keys.filter(([, time]) => time < now - FIRING_MS));
  }
}
