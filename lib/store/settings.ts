import { BASIC, type EngineConfig, engineConfig } from '#lib/core/engine.ts';
import { DEFAULT_RETENTION, type Retention, retention } from '#lib/core/retention.ts';
import { siteOf } from '#lib/core/site.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

const CURRENT = 'engine';
const RETENTION = 'retention';
const REFUSED = 'refused-messages';
const HELD = 'held';
const LOOPBACK = 'loopback';

type Settings = Pick<Database, 'settings'>;
/** On the connection whose transaction asks. */
export const isHeldOn = async ({ settings }: Settings): Promise<boolean> => (await settings.get(HELD)) !== undefined;
export const isLoopbackOn = async ({ settings }: Settings): Promise<boolean> =>
  (await settings.get(LOOPBACK))?.value === true;

/** Engines, their keys, and single values. */
export function createSettings(database: Database) {
  const { engines, secrets, settings } = database;
  const all = async (): Promise<EngineConfig[]> => [
    BASIC,
    ...parseRows(database, engines, engineConfig, await engines.toArray()),
  ];
  /** Whether an engine is on the server that it was saved with; one that is only being tried was never saved. */
  const isOfServer = async (config: EngineConfig): Promise<boolean> => {
    const saved = config.kind === 'basic' ? undefined : engineConfig.safeParse(await engines.get(config.id)).data;
    return saved?.kind !== 'openai' || config.kind !== 'openai' || siteOf(saved.baseUrl) === siteOf(config.baseUrl);
  };
  return {
    engines: all,
    engine: async (id: string): Promise<EngineConfig | undefined> => (await all()).find((one) => one.id === id),
    current: async (): Promise<string> => {
      const chosen = (await settings.get(CURRENT))?.value;
      return (await all()).some((one) => one.id === chosen) ? String(chosen) : BASIC.id;
    },
    choose: async (id: string) => {
      await settings.put({ key: CURRENT, value: id });
    },
    /** A key is for the server that it was given for: without a new one, it does not move along to another. */
    save: (config: EngineConfig, key?: string) =>
      database.transaction('rw', engines, secrets, async () => {
        const stays = await isOfServer(config);
        if (config.kind !== 'basic') await engines.put(config);
        if (key === '' || (key === undefined && !stays)) await secrets.delete(config.id);
        else if (key !== undefined) await secrets.put({ engine: config.id, key });
      }),
    remove: (id: string) =>
      database.transaction('rw', engines, secrets, async () => {
        await engines.delete(id);
        await secrets.delete(id);
      }),
    retention: async (): Promise<Retention> =>
      retention.safeParse((await settings.get(RETENTION))?.value).data ?? DEFAULT_RETENTION,
    setRetention: async (value: Retention) => {
      await settings.put({ key: RETENTION, value });
    },
    isHeld: () => isHeldOn(database),
    /** Since when everything is held. */
    heldSince: async (): Promise<number | undefined> => {
      const row = await settings.get(HELD);
      return row && (typeof row.value === 'number' ? row.value : 0);
    },
    hold: async (at: number) => {
      await settings.put({ key: HELD, value: at });
    },
    release: () => settings.delete(HELD),
    loopback: () => isLoopbackOn(database),
    setLoopback: async (allowed: boolean) => {
      await settings.put({ key: LOOPBACK, value: allowed });
    },
    /** The key that goes with a question to this engine: none where its server is not the one that the key was given for. */
    keyFor: async (config: EngineConfig): Promise<string | undefined> =>
      (await isOfServer(config)) ? (await secrets.get(config.id))?.key : undefined,
    withKey: () => secrets.toCollection().primaryKeys(),
    refused: async (): Promise<number> => Number((await settings.get(REFUSED))?.value ?? 0),
    countRefused: () =>
      database.transaction('rw', settings, async () => {
        const before = Number((await settings.get(REFUSED))?.value ?? 0);
        await settings.put({ key: REFUSED, value: before + 1 });
      }),
  };
}
