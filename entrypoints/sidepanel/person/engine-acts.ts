import { type EngineConfig, isOnDevice } from '#lib/core/engine.ts';
import type { JsonObject } from '#lib/core/json.ts';
import type { Act } from '#lib/core/person.ts';
import { siteOf } from '#lib/core/site.ts';
import type { Store } from '#lib/store/index.ts';
import { probeEngine } from './probe-engine.ts';

type EngineActs = Pick<Act, 'saveEngine' | 'removeEngine' | 'chooseEngine' | 'testEngine'>;

/** Which engines there are. Where content may go is told in the audit, with what changed it; keys are not. */
export function createEngineActs(store: Store): EngineActs {
  const { database, settings, audit } = store;
  const written = (what: string, detail: JsonObject, change: () => Promise<unknown>) =>
    database.transaction('rw', [database.engines, database.secrets, database.settings, database.audit], async () => {
      await change();
      await audit.append({ what, detail });
    });
  const told = async (id: string) => facts(await settings.engine(id));
  return {
    saveEngine: (config, key) => written('engine-saved', facts(config), () => settings.save(config, key)),
    removeEngine: async (id) => written('engine-removed', await told(id), () => settings.remove(id)),
    chooseEngine: async (id) => written('engine-chosen', await told(id), () => settings.choose(id)),
    testEngine: (config, key) => probeEngine(config, key, store),
  };
}

function facts(config: EngineConfig | undefined): JsonObject {
  if (!config) return {};
  const { name } = config;
  return config.kind === 'basic'
    ? { name }
    : { name, address: siteOf(config.baseUrl) ?? '', onDevice: isOnDevice(config) };
}
