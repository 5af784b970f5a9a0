import type { Audit, Clock } from '#lib/core/ports.ts';
import type { Database } from './database.ts';

export function createAudit(database: Database, clock: Clock): Audit {
  return {
    append: async (row) => {
      await database.audit.add({ ...row, at: clock.now() });
    },
  };
}
