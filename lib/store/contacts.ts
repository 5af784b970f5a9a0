import { type Contact, contact, type NewContact } from '#lib/core/contact.ts';
import type { Clock, Ids } from '#lib/core/ports.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

/** The person's own list of whom they know. An address stands in it once. */
export function createContacts(database: Database, { clock, ids }: { clock: Clock; ids: Ids }) {
  const { contacts, audit } = database;
  const all = async (): Promise<Contact[]> => parseRows(database, contacts, contact, await contacts.toArray());
  return {
    all,
    /** Adds those whose address is not there yet. Yields how many came. */
    add: (added: readonly NewContact[]): Promise<number> =>
      database.transaction('rw', contacts, audit, async () => {
        const known = new Set((await all()).map((one) => keyOf(one.address)));
        const fresh = added.filter((one) => !known.has(keyOf(one.address)) && known.add(keyOf(one.address)));
        if (fresh.length === 0) return 0;
        const at = clock.now();
        const rows = fresh.map((one) => ({
          ...one,
          address: one.address.trim(),
          id: ids.next('contact'),
          createdAt: at,
        }));
        await contacts.bulkPut(rows);
        await audit.add({ at, what: 'contacts-added', detail: { addresses: rows.map((one) => one.address) } });
        return rows.length;
      }),
    remove: (id: string) =>
      database.transaction('rw', contacts, audit, async () => {
        const row = await contacts.get(id);
        if (!row) return;
        await contacts.delete(id);
        await audit.add({ at: clock.now(), what: 'contact-removed', detail: { address: row.address } });
      }),
    /** Puts back what was removed, unless it came back by itself meanwhile. */
    restore: (row: Contact) =>
      database.transaction('rw', contacts, audit, async () => {
        if ((await all()).some((one) => keyOf(one.address) === keyOf(row.address))) return;
        await contacts.put(row);
        await audit.add({ at: clock.now(), what: 'contacts-added', detail: { addresses: [row.address] } });
      }),
  };
}

const keyOf = (address: string): string => address.trim().toLowerCase();
