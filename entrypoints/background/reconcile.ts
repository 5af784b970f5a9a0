import type { Approval } from '#lib/core/approval.ts';
import type { AskEnd } from '#lib/core/engine.ts';
import type { Approvals, Journal, RequestRow, Requests } from '#lib/core/ports.ts';
import type { RunRow } from '#lib/core/run.ts';

export type ReconcilePorts = {
  journal: Pick<Journal, 'live' | 'follow'>;
  requests: Pick<Requests, 'open' | 'finish'>;
  approvals: Pick<Approvals, 'answer'>;
  openApprovals: () => Promise<Approval[]>;
  alive: () => Promise<ReadonlySet<string>>;
  now: () => number;
  canReach: (site: string) => Promise<boolean>;
  /** Told first of all what the rows are. */
  learn: (rows: readonly RunRow[]) => void;
  /** A run that this one waits for has ended. */
  hasReturned: (row: RunRow) => Promise<boolean>;
  /** No other run acts on that tab now. */
  isFree: (run: string, tab: number) => boolean;
  /** Why a run that is paused for a cap may go on by itself; with the row of its root. */
  lifted: (row: RunRow, root: RunRow | undefined) => Promise<string | undefined>;
  /** US dollars of a request that came to no good end; absent where nobody knows. */
  cost: (request: RequestRow, end: AskEnd) => Promise<number | undefined>;
  openHost: () => Promise<void>;
  abort: (requests: string[]) => Promise<void>;
  /** Puts a run right with those above and below it. */
  putRight: (row: RunRow, rows: readonly RunRow[]) => Promise<void>;
  /** What else each wake puts right, from the same rows. */
  others: (rows: readonly RunRow[]) => Promise<void>;
  /** Told of a run that could not be put right, with the error. */
  broken: (run: string, error: unknown) => Promise<void>;
};

/**
 * What every wake puts right first: requests whose host died, stops, approvals that lapsed, permissions that came. A run that
 * cannot be put right is told of and holds up no other.
 */
export function createReconcile(ports: ReconcilePorts): () => Promise<void> {
  const guard = (run: string, work: () => Promise<unknown>) => work().catch((error) => ports.broken(run, error));

  /** One look at the database serves all of what follows; what changes meanwhile comes with the next wake. */
  return async () => {
    const rows = await ports.journal.live();
    ports.learn(rows);
    await requests(rows);
    await approvals(rows);
    await goOn(rows);
    for (const row of rows) await guard(row.id, () => ports.putRight(row, rows));
    await ports.others(rows);
  };

  async function requests(rows: readonly RunRow[]): Promise<void> {
    const open = await ports.requests.open();
    if (open.length === 0) return;
    const runs = new Map(rows.map((row) => [row.id, row]));
    const alive = await ports.alive();
    let wanted = 0;
    for (const request of open) {
      const run = request.run === undefined ? undefined : runs.get(request.run);
      const unwanted = request.run !== undefined && (!run || run.stopping || isPausedBefore(run, request));
      const lost = request.state === 'streaming' && request.owner !== undefined && !alive.has(request.owner);
      if (unwanted) await ports.abort([request.id]);
      if (unwanted || lost)
        await guard(request.run ?? '', async () => {
          const end: AskEnd = { kind: 'aborted', partial: request.partial };
          await ports.requests.finish(request.id, end, await ports.cost(request, end));
        });
      else wanted += 1;
    }
    if (wanted > 0) await ports.openHost();
  }

  async function approvals(rows: readonly RunRow[]): Promise<void> {
    const live = new Set(rows.map((row) => row.id));
    for (const one of await ports.openApprovals()) {
      if (live.has(one.run) && one.expiresAt > ports.now()) continue;
      await guard(one.run, () =>
        ports.approvals.answer(one.id, { kind: 'expire', scope: 'once', by: 'policy', at: ports.now() }),
      );
    }
  }

  /** Runs whose wait or pause has lost its cause. */
  async function goOn(rows: readonly RunRow[]): Promise<void> {
    for (const row of rows) {
      await guard(row.id, async () => {
        const reason = await cause(row, rows);
        // What the person did meanwhile stands: a pause of theirs is not ended by a cause from before it.
        if (reason) await ports.journal.follow(row, [{ kind: 'run-resumed', reason }]);
      });
    }
  }

  async function cause(row: RunRow, rows: readonly RunRow[]): Promise<string | undefined> {
    if (row.pausedBy === 'permission' && row.site && (await ports.canReach(row.site)))
      return 'Chrome lets Annex in now.';
    if (row.waitingOn === 'timer' && isDue(row, ports.now())) return 'Its time has come.';
    if (row.waitingOn === 'tab' && row.tab !== undefined && ports.isFree(row.id, row.tab))
      return 'The tab is free now.';
    if (row.waitingOn === 'child' && (await ports.hasReturned(row))) return 'What it handed on has come back.';
    if (row.pausedBy === 'budget')
      return ports.lifted(
        row,
        rows.find((one) => one.id === row.root),
      );
    return undefined;
  }
}

/** The person paused the run before an engine took its question: a paused run spends nothing more. */
function isPausedBefore({ status }: RunRow, { state }: RequestRow): boolean {
  return status === 'paused' && state === 'open';
}

/** A wait that began in the future began before the clock was set back: nobody knows how long it has lasted, so it is over. */
function isDue({ until = 0, updatedAt }: RunRow, now: number): boolean {
  return until <= now || updatedAt > now;
}
