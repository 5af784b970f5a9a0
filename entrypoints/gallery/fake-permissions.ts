import type { Act } from '#lib/core/person.ts';
import type { Deed, FakePerson } from './fake-person.ts';

type World = { did: (deed: Deed) => void; change: FakePerson['change'] };

type Permissions = Pick<
  Act,
  | 'hold'
  | 'release'
  | 'setSite'
  | 'setLoopback'
  | 'addContacts'
  | 'removeContact'
  | 'restoreContact'
  | 'saveSecret'
  | 'removeSecret'
>;

/** What a fake person says of sites, people and secrets. */
export function fakePermissions({ did, change }: World): Permissions {
  let count = 0;
  return {
    hold: async () => {
      did({ name: 'hold', args: [] });
      change({ held: { since: Date.now() } });
    },
    release: async () => {
      did({ name: 'release', args: [] });
      change({ held: {} });
    },
    setSite: async (site, patch) => {
      did({ name: 'setSite', args: [site, patch] });
      change(({ sites }) => {
        const before = sites.find((one) => one.site === site) ?? { site, onDeviceOnly: false, never: false };
        return { sites: [...sites.filter((one) => one.site !== site), { ...before, ...patch }] };
      });
    },
    setLoopback: async (loopback) => {
      did({ name: 'setLoopback', args: [loopback] });
      change({ loopback });
    },
    addContacts: async (added) => {
      did({ name: 'addContacts', args: [added] });
      let fresh = 0;
      change(({ contacts }) => {
        const known = new Set(contacts.map((one) => one.address.toLowerCase()));
        const rows = added.filter((one) => !known.has(one.address.toLowerCase()));
        fresh = rows.length;
        const made = rows.map((one) => {
          count += 1;
          return { ...one, id: `contact-${count}`, createdAt: Date.now() };
        });
        return { contacts: [...contacts, ...made] };
      });
      return fresh;
    },
    removeContact: async (id) => {
      did({ name: 'removeContact', args: [id] });
      change(({ contacts }) => ({ contacts: contacts.filter((one) => one.id !== id) }));
    },
    restoreContact: async (contact) => {
      did({ name: 'restoreContact', args: [contact] });
      change(({ contacts }) => ({ contacts: [...contacts, contact] }));
    },
    saveSecret: async (secret) => {
      did({ name: 'saveSecret', args: [secret] });
      count += 1;
      const { value: _, ...named } = secret;
      const row = { ...named, id: `secret-${count}`, createdAt: Date.now() };
      change(({ secrets }) => ({
        secrets: [...secrets.filter((one) => one.site !== secret.site || one.name !== secret.name), row],
      }));
    },
    removeSecret: async (id) => {
      did({ name: 'removeSecret', args: [id] });
      change(({ secrets }) => ({ secrets: secrets.filter((one) => one.id !== id) }));
    },
  };
}
