import { type AgentPackage, agentPackage, agentRef } from '#lib/core/agent.ts';
import type { Database } from './database.ts';

/** Packages by `agent@version`, for runs that pin one which a newer version has taken the place of. */
export function createPackages({ agents }: Database) {
  return {
    keep: async (packages: readonly AgentPackage[]): Promise<void> => {
      await agents.bulkPut(packages.map((one) => ({ ref: agentRef(one), package: one })));
    },
    get: async (ref: string): Promise<AgentPackage | undefined> =>
      agentPackage.safeParse((await agents.get(ref))?.package).data,
  };
}
