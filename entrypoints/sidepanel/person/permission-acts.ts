import type { Table } from 'dexie';
import { knock } from '#lib/bus/messages.ts';
import type { Grant } from '#lib/core/grant.ts';
import type { Act } from '#lib/core/person.ts';
import type { AuditEntry } from '#lib/core/ports.ts';
import { isEnded } from '#lib/core/run.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import { removeSite } from '#lib/platform/permissions.ts';
import type { Store } from '#lib/store/index.ts';

type PermissionActs = Pick<
  Act,
  | 'removeAccess'
  | 'setGrant'
  | 'revoke'
  | 'restoreGrant'
  | 'setSite'
  | 'setLoopback'
  | 'hold'
  | 'release'
  | 'addContacts'
  | 'removeContact'
  | 'restoreContact'
  | 'saveSecret'
  | 'removeSecret'
>;

/** Not narrowed: it speaks for its agent, capability and site as a whole. */
const isWhole = ({ run, tool, domains }: Grant): boolean => !run && !tool && !domains;

/** What the person allows and forbids. Each is felt by runs under way with their next step: nothing begins that was just forbidden. */
export function createPermissionActs(store: Store): PermissionActs {
  const { database, audit, contacts, settings, siteSecrets } = store;
  /** What is said and its row in the audit stand both or neither: the panel may be closed between the two. */
  const written = (tables: Table[], say: () => Promise<AuditEntry | undefined>) =>
    database.transaction('rw', [...tables, database.audit], async () => {
      const entry = await say();
      if (entry) await audit.append(entry);
    });
  return {
    removeAccess: removeSite,
    setGrant: async ({ agent, capability, site, mode, ...caveats }) => {
      await written([database.grants], async () => {
        const now = clock.now();
        const same = (await database.grants.toArray()).filter(
          (one) => one.agent === agent && one.capability === capability && one.site === site && one.mode !== 'run',
        );
        await database.grants.bulkDelete(same.map((one) => one.id));
        const row = { id: ids.next('grant'), agent, capability, site, mode, ...caveats, createdAt: now, usedAt: now };
        await database.grants.put(row);
        return { what: 'grant-set', agent, site, detail: { capability, mode, ...caveats } };
      });
      await knock();
    },
    revoke: async (id) => {
      await written([database.grants], async () => {
        const grant = await database.grants.get(id);
        if (!grant) return undefined;
        await store.grants.revoke(id);
        const { agent, site, capability, mode } = grant;
        return { what: 'grant-revoked', agent, site, detail: { capability, mode } };
      });
      await knock();
    },
    restoreGrant: async (grant) => {
      const { agent, site, capability, mode, run, createdAt } = grant;
      const { grants, runs } = database;
      await written([grants, runs], async () => {
        const said = (one: Grant) =>
          one.agent === agent && one.site === site && one.capability === capability && one.createdAt > createdAt;
        if ((await grants.toArray()).some((one) => isWhole(one) && said(one))) return undefined;
        const holder = run === undefined ? undefined : await runs.get(run);
        if (run !== undefined && (!holder || isEnded(holder.status))) return undefined;
        await grants.put(grant);
        return { what: 'grant-set', agent, site, detail: { capability, mode, reason: 'put back' } };
      });
      await knock();
    },
    setSite: async (site, change) => {
      await written([database.sites], async () => {
        const before = (await database.sites.get(site)) ?? { site, onDeviceOnly: false, never: false };
        await database.sites.put({ ...before, ...change });
        return { what: 'site-set', site, detail: change };
      });
      await knock();
    },
    setLoopback: async (allowed) => {
      await written([database.settings], async () => {
        await settings.setLoopback(allowed);
        return { what: 'loopback-set', detail: { allowed } };
      });
    },
    hold: async () => {
      await written([database.settings], async () => {
        await settings.hold(clock.now());
        return { what: 'held', detail: {} };
      });
      await knock();
    },
    release: async () => {
      await written([database.settings], async () => {
        await settings.release();
        return { what: 'released', detail: {} };
      });
      await knock();
    },
    addContacts: contacts.add,
    removeContact: contacts.remove,
    restoreContact: contacts.restore,
    saveSecret: async (secret) => {
      await siteSecrets.save(secret);
    },
    removeSecret: siteSecrets.remove,
  };
}
