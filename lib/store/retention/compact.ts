import type { Approval } from '#lib/core/approval.ts';
import type { RunEvent } from '#lib/core/event.ts';
import { runEvent } from '#lib/core/event.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import { forgetCheckpoint } from '../checkpoints.ts';
import type { Database } from '../database.ts';
import { withoutTexts } from './drop-texts.ts';

/** Events rewritten in one transaction. */
const PAGE = 500;

type Deps = { now: () => number; hash: (text: string) => Promise<string> };

/** Ended runs whose texts are due to be dropped, oldest first. What a live run comes from, hangs on or belongs to is left alone. */
export async function dueRuns({ runs }: Database, before: number, most: number): Promise<RunRow[]> {
  const live = await runs.where('status').anyOf('queued', 'running', 'waiting', 'paused').toArray();
  const needed = new Set(
    live.flatMap((row) => [row.root, row.parent, row.retryOf, row.forkOf?.run, row.continues]).filter((one) => one),
  );
  const isDue = (row: RunRow) =>
    isEnded(row.status) &&
    (row.compactedAt ?? 0) === 0 &&
    (row.endedAt ?? row.updatedAt) < before &&
    !needed.has(row.id) &&
    !needed.has(row.root);
  return runs.orderBy('createdAt').filter(isDue).limit(most).toArray();
}

/**
 * Drops the texts in what an ended run read and was answered; see `withoutTexts` for what stays. Artifacts are not touched. What is
 * cut off halfway is done again: the row says so only once all of it is done. Yields how many characters were dropped.
 */
export async function compactRun(database: Database, run: string, deps: Deps): Promise<number> {
  const { journal, runs, approvals, saves, checkpoints } = database;
  // First of all: from here on nobody forks it.
  await runs.update(run, { compactedAt: 0 });
  const cited = await citedBy(database, run);
  let dropped = 0;
  for (let from = 0; ; ) {
    const rows = await journal
      .where('[run+seq]')
      .between([run, from], [run, Number.MAX_SAFE_INTEGER])
      .limit(PAGE)
      .toArray();
    const last = rows.at(-1);
    if (!last) break;
    from = last.seq + 1;
    const changed = await changedIn(rows, { cited, hash: deps.hash });
    await journal.bulkPut(changed.map((one) => one.after));
    dropped += changed.reduce((sum, one) => sum + one.dropped, 0);
  }
  await database.transaction('rw', [runs, approvals, saves, checkpoints], async () => {
    await approvals.where({ run }).modify((one: Approval) => {
      one.payload = { dropped: { length: JSON.stringify(one.payload).length } };
      if (one.answer) delete one.answer.edit;
    });
    await keepLastSaves(database, run);
    await forgetCheckpoint(database, run);
    await runs.update(run, { compactedAt: deps.now() });
  });
  return dropped;
}

async function changedIn(rows: readonly RunEvent[], options: Parameters<typeof withoutTexts>[1]) {
  const changed: { after: RunEvent; dropped: number }[] = [];
  for (const row of rows) {
    const event = runEvent.safeParse(row).data;
    const happening = event && (await withoutTexts(event.happening, options));
    if (!happening) continue;
    const after = { ...row, happening };
    changed.push({ after, dropped: JSON.stringify(row).length - JSON.stringify(after).length });
  }
  return changed;
}

/** Ids of the passages that what the run made cites. */
async function citedBy({ saves, versions }: Database, run: string): Promise<Set<string>> {
  const made = await saves.where('key').startsWith(`${run}/`).toArray();
  const all = await versions.bulkGet(made.map((one): [string, number] => [one.artifact, one.version]));
  return new Set(all.flatMap((version) => version?.citations.map((one) => one.passage) ?? []));
}

/** A repeated save finds what it made; no call of an ended run is repeated, so the newest of each artifact is enough. */
async function keepLastSaves({ saves }: Database, run: string): Promise<void> {
  const made = await saves.where('key').startsWith(`${run}/`).toArray();
  const newest = new Map(made.toSorted((a, b) => a.version - b.version).map((one) => [one.artifact, one.key]));
  await saves.bulkDelete(made.filter((one) => newest.get(one.artifact) !== one.key).map((one) => one.key));
}
