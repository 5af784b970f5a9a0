import { approval } from '#lib/core/approval.ts';
import { artifact } from '#lib/core/artifact.ts';
import type { Contact } from '#lib/core/contact.ts';
import { dayBefore, dayOf } from '#lib/core/day.ts';
import type { Health, Live, See, SetAside } from '#lib/core/person.ts';
import { runRow } from '#lib/core/run.ts';
import type { NamedSecret } from '#lib/core/site-secret.ts';
import { clock } from '#lib/platform/ids.ts';
import { watchAccess, watchSeesTabs } from '#lib/platform/permissions.ts';
import { watchStorageNotice } from '#lib/platform/storage-notice.ts';
import { watchTabs } from '#lib/platform/tabs.ts';
import { live } from '#lib/store/live.ts';
import { openApprovals } from '#lib/store/open-approvals.ts';
import type { Reader } from '#lib/store/reader.ts';
import { parseRows } from '#lib/store/rows.ts';
import { rowsBelow } from './below.ts';
import { createReadRun } from './read-run.ts';
import { createStorageHealth } from './storage-health.ts';
import { textOf } from './stream-text.ts';

/** How many rows a list shows at most. */
const MOST = 200;
/** How many calendar days of spending are shown, today included. */
const DAYS = 31;

const byName = (a: Contact, b: Contact): number =>
  (a.name || a.address).localeCompare(b.name || b.address) || a.address.localeCompare(b.address);
const bySite = (a: NamedSecret, b: NamedSecret): number => a.site.localeCompare(b.site) || a.name.localeCompare(b.name);

/** Live queries keep silent about a database that is closed: here that is an error like any other. */
function notOpen(error: unknown): never {
  if (error instanceof Error && error.name !== 'DatabaseClosedError') throw error;
  throw new Error('It is closed.', { cause: error });
}

/** What a person sees, read from the database of this context. */
export function createSee(store: Reader): See {
  const { database } = store;
  const storage = createStorageHealth();
  const readRun = createReadRun(store);
  database.on('versionchange', storage.outdated);
  database.on('blocked', storage.blocked);
  watchStorageNotice(storage.told);
  // Asked for by itself too: a page that shows nothing yet knows at once.
  store.reopen().then(storage.works, storage.broke);
  const query = <T>(read: () => Promise<T>): Live<T> => {
    const watched = live(async () => {
      if (!database.isOpen()) await store.reopen().catch(notOpen);
      const value = await read();
      storage.works();
      return value;
    }, storage.broke);
    return watched;
  };

  return {
    agents: (listener) => {
      let stopped = false;
      // The packages are long texts that the first paint can do without.
      import('#lib/agents/packages/index.ts').then(({ builtIn }) => {
        if (!stopped) listener([...builtIn]);
      }, console.error);
      return () => {
        stopped = true;
      };
    },
    runs: query(async () => {
      const newest = await database.runs.orderBy('createdAt').reverse().limit(MOST).toArray();
      // However many came after it, a run that lives is never out of sight.
      const oldest = newest.at(-1)?.createdAt ?? 0;
      const live = (await store.journal.live()).filter((row) => row.createdAt < oldest);
      return [...parseRows(database, database.runs, runRow, newest), ...live.toReversed()];
    }),
    run: (id) => query(() => readRun(id)),
    stream: (run) => textOf(run, query, store),
    approvals: query(() => openApprovals(database)),
    approvalsOf: (run) =>
      query(async () => {
        const runs = (await rowsBelow(run, store)).map((one) => one.id);
        const rows = await database.approvals.where('run').anyOf(runs).sortBy('createdAt');
        return parseRows(database, database.approvals, approval, rows);
      }),
    artifacts: query(async () =>
      parseRows(
        database,
        database.artifacts,
        artifact,
        await database.artifacts.orderBy('updatedAt').reverse().limit(MOST).toArray(),
      ),
    ),
    artifact: (id, version) =>
      query(async () => {
        const row = await database.artifacts.get(id);
        const found = await store.artifacts.get(id, version);
        return row && found && { artifact: row, version: found };
      }),
    grants: query(() => store.grants.all()),
    contacts: query(async () => (await store.contacts.all()).sort(byName)),
    secrets: query(async () => (await store.siteSecrets.named()).sort(bySite)),
    held: query(async () => {
      const since = await store.settings.heldSince();
      return since === undefined ? {} : { since };
    }),
    loopback: query(store.settings.loopback),
    sites: query(() => store.grants.sites()),
    chromeAccess: watchAccess,
    tabs: watchTabs,
    seesTabs: watchSeesTabs,
    handoffs: query(() => database.handoffs.orderBy('id').toArray()),
    engines: query(async () => {
      const engines = await store.settings.engines();
      return { engines, current: await store.settings.current(), withKey: await store.settings.withKey() };
    }),
    audit: query(() => database.audit.orderBy('seq').reverse().limit(1000).toArray()),
    schedules: query(async () => (await store.schedules.all()).sort((a, b) => b.createdAt - a.createdAt)),
    firings: (schedule) => query(() => store.schedules.firings(schedule, MOST)),
    spend: query(async () => {
      const now = clock.now();
      const rows = await store.spend.between(dayBefore(now, DAYS - 1), dayOf(now));
      return rows.sort((a, b) => b.at - a.at);
    }),
    limits: query(store.spend.limits),
    retention: query(() => store.settings.retention()),
    prices: query(async () => {
      const own = await store.spend.prices();
      // The list is long, and few look at it.
      const { knownPrices } = await import('#lib/models/price-of.ts');
      return { known: knownPrices(), own };
    }),
    health: (listener) => {
      const health: Health = { storage: storage.now(), setAside: [], refused: 0 };
      let known = false;
      // Counts that were not read yet are not told as none.
      const tell = () => {
        if (known || storage.now().kind !== 'ok') listener({ ...health, storage: storage.now() });
      };
      const stopWatching = storage.watch(tell);
      const stopRows = query(async () => ({ setAside: await setAside(), refused: await store.settings.refused() }))(
        (found) => {
          Object.assign(health, found);
          known = true;
          tell();
        },
      );
      tell();
      return () => {
        stopWatching();
        stopRows();
      };
    },
  };

  async function setAside(): Promise<SetAside[]> {
    const rows = await database.setAside.toArray();
    return rows.map(({ table, key, why, at }) => ({ table, key, why, at }));
  }
}
