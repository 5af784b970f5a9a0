import type { Clock, Ids } from '#lib/core/ports.ts';
import { type NamedSecret, type SiteSecret, siteSecret } from '#lib/core/site-secret.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

/** Secrets of sites. `of` is for the one that puts them into a page; lists never hold a value. */
export function createSiteSecrets(database: Database, { clock, ids }: { clock: Clock; ids: Ids }) {
  const { siteSecrets, audit } = database;
  const all = async (): Promise<SiteSecret[]> =>
    parseRows(database, siteSecrets, siteSecret, await siteSecrets.toArray());
  return {
    named: async (): Promise<NamedSecret[]> => (await all()).map(({ value: _, ...named }) => named),
    of: async (site: string): Promise<SiteSecret[]> => (await all()).filter((one) => one.site === site),
    /** One of the same name on the same site is replaced. */
    save: ({ site, name, value }: Pick<SiteSecret, 'site' | 'name' | 'value'>) =>
      database.transaction('rw', siteSecrets, audit, async () => {
        const before = (await all()).find((one) => one.site === site && one.name === name);
        const id = before?.id ?? ids.next('secret');
        await siteSecrets.put({ id, site, name, value, createdAt: clock.now() });
        await audit.add({ at: clock.now(), what: 'secret-saved', site, detail: { name } });
      }),
    remove: (id: string) =>
      database.transaction('rw', siteSecrets, audit, async () => {
        const row = await siteSecrets.get(id);
        if (!row) return;
        await siteSecrets.delete(id);
        await audit.add({ at: clock.now(), what: 'secret-removed', site: row.site, detail: { name: row.name } });
      }),
    used: (id: string, of: { run: string; agent: string }) =>
      database.transaction('rw', siteSecrets, audit, async () => {
        const row = await siteSecrets.get(id);
        if (!row) return;
        await siteSecrets.update(id, { usedAt: clock.now() });
        await audit.add({ at: clock.now(), what: 'secret-used', site: row.site, ...of, detail: { name: row.name } });
      }),
  };
}
