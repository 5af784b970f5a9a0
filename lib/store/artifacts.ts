import { type Artifact, artifact, artifactVersion } from '#lib/core/artifact.ts';
import type { Artifacts, Clock, Ids } from '#lib/core/ports.ts';
import type { Database } from './database.ts';
import { parseRow, parseRows } from './rows.ts';

export type ArtifactStore = Artifacts & {
  /** Artifacts that calls of a run made or changed, as they stand now. */
  madeBy: (run: string) => Promise<Artifact[]>;
};

export function createArtifacts(database: Database, options: { clock: Clock; ids: Ids }): ArtifactStore {
  const { artifacts, versions, saves } = database;
  const read = async (id: string, version?: number) => {
    const wanted = version ?? (await artifacts.get(id))?.version;
    const row = wanted === undefined ? undefined : await versions.get([id, wanted]);
    return row && parseRow(database, versions, artifactVersion, row);
  };
  return {
    get: read,
    madeBy: async (run) => {
      const made = await saves.where('key').startsWith(`${run}/`).toArray();
      const rows = await artifacts.bulkGet([...new Set(made.map((one) => one.artifact))]);
      return parseRows(
        database,
        artifacts,
        artifact,
        rows.filter((row) => row !== undefined),
      );
    },
    save: (content, kind, key, id) =>
      database.transaction('rw', artifacts, versions, saves, async () => {
        const made = await saves.get(key);
        const before = made && (await read(made.artifact, made.version));
        if (before) return before;
        const row = id === undefined ? undefined : parseRow(database, artifacts, artifact, await artifacts.get(id));
        const newest = row && (await read(row.id));
        const now = options.clock.now();
        const at = row?.id ?? options.ids.next('artifact');
        if (newest && newest.hash === content.hash) {
          await saves.put({ key, artifact: at, version: newest.version });
          return newest;
        }
        const version = { ...content, artifact: at, version: (row?.version ?? 0) + 1, createdAt: now };
        await versions.add(version);
        await artifacts.put({
          id: at,
          kind,
          title: content.title,
          version: version.version,
          createdAt: row?.createdAt ?? now,
          updatedAt: now,
        });
        await saves.put({ key, artifact: at, version: version.version });
        return version;
      }),
  };
}
