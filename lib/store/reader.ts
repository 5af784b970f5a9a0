import { Dexie } from 'dexie';
import type { Clock, Ids } from '#lib/core/ports.ts';
import { createArtifacts } from './artifacts.ts';
import { createCheckpoints } from './checkpoints.ts';
import { createContacts } from './contacts.ts';
import { type Durability, openDatabase } from './database.ts';
import { createGrants } from './grants.ts';
import { createJournal } from './journal.ts';
import { createSchedules } from './schedules.ts';
import { createSettings } from './settings.ts';
import { createSiteSecrets } from './site-secrets.ts';
import { createSpend } from './spend.ts';

export type StoreOptions = {
  clock: Clock;
  ids: Ids;
  name?: string;
  /** Commits everything so, where the benchmark asks what that costs. */
  commits?: Durability;
};

/** What a page needs to show what is stored: the store without what only deeds and steps need. Opens the database on first use. */
export function createReader(options: StoreOptions) {
  const database = openDatabase(options.commits ?? 'strict', options.name);
  const relaxed = openDatabase(options.commits ?? 'relaxed', options.name);
  const checkpoints = createCheckpoints(relaxed);
  const journal = createJournal(database, { clock: options.clock, checkpoints, relaxed });
  let outdated = false;
  database.on('versionchange', () => {
    outdated = true;
  });
  return {
    ...{ database, relaxed, journal, checkpoints },
    /** Opens what failed to open before. Throws where it still fails, and where a newer Annex has taken the data over. */
    reopen: async () => {
      if (outdated) throw new Dexie.DatabaseClosedError('A newer Annex has taken the data over.');
      for (const one of [database, relaxed]) if (!one.isOpen()) await one.open();
    },
    artifacts: createArtifacts(database, options),
    grants: createGrants(database),
    contacts: createContacts(database, options),
    siteSecrets: createSiteSecrets(database, options),
    schedules: createSchedules(database, { journal, clock: options.clock }),
    settings: createSettings(database),
    spend: createSpend(database, options.clock),
  };
}
export type Reader = ReturnType<typeof createReader>;
