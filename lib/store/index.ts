import { createApprovals } from './approvals.ts';
import { createAudit } from './audit.ts';
import { createChildren } from './children.ts';
import { createCondemn } from './condemn.ts';
import { createFork } from './fork.ts';
import { createPackages } from './packages.ts';
import { createReader, type StoreOptions } from './reader.ts';
import { createRequests } from './requests.ts';

const PROBE = 'probe';
const PROBE_LENGTH = 500_000;

/** The store of one context, on what reads it where that is there already. Opens the database on first use. */
export function createStore(options: StoreOptions, reader = createReader(options)) {
  const { clock } = options;
  const { database, relaxed, journal, spend } = reader;
  return {
    ...reader,
    /** Writes as much as a step may need and takes it away again: throws where there is no room. */
    probe: () =>
      database.transaction('rw', database.settings, async () => {
        await database.settings.put({ key: PROBE, value: 'x'.repeat(PROBE_LENGTH) });
        await database.settings.delete(PROBE);
      }),
    packages: createPackages(database),
    children: createChildren(database, { journal, clock }),
    requests: createRequests(database, relaxed, { journal, spend, clock }),
    approvals: createApprovals(database, { journal }),
    audit: createAudit(database, clock),
    fork: createFork(database, journal),
    condemn: createCondemn(database, clock),
  };
}
export type Store = ReturnType<typeof createStore>;
