import { type AgentPackage, agentPackage, agentRef } from '#lib/core/agent.ts';
import type { Database } from './database.ts';

/** Packages by `agent@version`, for runs that pin one which a newer version has taken the place of. */
export function createPackages({ agents }: Database) {
  return {
    /** Puts those in that are not there yet: what a run pinned once stays as it was. */
    keep: async (packages: readonly AgentPackage[]): Promise<void> => {
      const there = new Set(await agents.toCollection().primaryKeys());
      const missing = packages.filter((one) => !there.has(agentRef(one)));
      if (missing.length > 0) await agents.bulkPut(missing.map((one) => ({ ref: agentRef(one), package: one })));
    },
    get: async (ref: string): Promise<AgentPackage | undefined> =>
      agentPackage.safeParse((await agents.get(ref))?.package).data,
  };
}
