import { knock } from '#lib/bus/messages.ts';
import type { Act } from '#lib/core/person.ts';
import { clock } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';

/** All data out of this profile and into it, and how long its texts are kept. */
export function createDataActs(store: Store): Pick<Act, 'exportAll' | 'importAll' | 'setRetention'> {
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
    setRetention: async (retention) => {
      await store.settings.setRetention(retention);
      await store.audit.append({ what: 'retention-set', detail: retention });
    },
  };
}
