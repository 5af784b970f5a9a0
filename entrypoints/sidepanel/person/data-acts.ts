import { knock } from '#lib/bus/messages.ts';
import type { Act } from '#lib/core/person.ts';
import { clock, sha256 } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';

/** All data out of this profile and into it, and how long its texts are kept. */
export function createDataActs(
  store: Store,
): Pick<Act, 'exportAll' | 'importAll' | 'setRetention' | 'verifyAudit' | 'exportAudit'> {
  const { database } = store;
  return {
    exportAll: async () => {
      const { exportAll } = await import('#lib/store/transfer/export-all.ts');
      const file = await exportAll(database);
      // A store that only reads can still be exported.
      await store.audit.append({ what: 'exported', detail: { bytes: file.size } }).catch(() => undefined);
      return file;
    },
    importAll: async (file, trusted) => {
      const { importAll } = await import('#lib/store/transfer/import-all.ts');
      const imported = await importAll(database, file, { trusted, now: clock.now() });
      await knock();
      return imported;
    },
    verifyAudit: async () => {
      const { verifyAudit } = await import('#lib/store/audit-chain.ts');
      return verifyAudit({ database, hash: sha256 });
    },
    exportAudit: async () => {
      const { exportAudit } = await import('#lib/store/audit-chain.ts');
      await store.audit.append({ what: 'audit-exported', detail: {} }).catch(() => undefined);
      return exportAudit({ database, hash: sha256 });
    },
    setRetention: async (retention) => {
      await store.settings.setRetention(retention);
      await store.audit.append({ what: 'retention-set', detail: retention });
    },
  };
}
