import { grant, siteSettings } from '#lib/core/grant.ts';
import type { Grants } from '#lib/core/ports.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

export function createGrants(database: Database): Grants {
  const { grants, sites } = database;
  const all = async () => parseRows(database, sites, siteSettings, await sites.toArray());
  return {
    all: async () => parseRows(database, grants, grant, await grants.toArray()),
    put: async (row) => {
      await grants.put(row);
    },
    revoke: (id) => grants.delete(id),
    endRun: async (run) => {
      await grants.where({ run }).delete();
    },
    sites: all,
    onDeviceOnly: async () => new Set((await all()).flatMap((one) => (one.onDeviceOnly ? [one.site] : []))),
  };
}
