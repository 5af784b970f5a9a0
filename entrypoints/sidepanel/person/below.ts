import { belowIn } from '#lib/core/below.ts';
import type { RunRow } from '#lib/core/run.ts';
import type { Store } from '#lib/store/index.ts';

/** A run and all that hangs below it, ended ones too, oldest first; none where there is no such run. */
export async function rowsBelow(
  run: string,
  { database, journal }: Pick<Store, 'database' | 'journal'>,
): Promise<RunRow[]> {
  const row = await database.runs.get(run);
  return row ? belowIn(await journal.tree(row.root), run) : [];
}
