import { type Caps, canGoOn, pickRuns } from '#lib/agents/scheduler/pick.ts';
import { isOwed } from '#lib/core/below.ts';
import type { Journal } from '#lib/core/ports.ts';
import type { RunRow } from '#lib/core/run.ts';
import { HOST } from '#lib/store/journal.ts';
import type { Pace, Step } from './step.ts';

/** A run that others wait behind gives its place up after this many steps. */
const QUANTUM = 6;
/** A step renews its lease; longer than any tool may take. */
const LEASE_MS = 60_000;

type Claim = 'claimed' | 'taken-over';
type Claimed = { claim: Claim; controller?: AbortController };
/** How far a run came while this worker held it. */
type Driven = { changed: boolean; pace: Pace };

export type DispatcherPorts = {
  journal: Pick<Journal, 'live' | 'claim' | 'pass' | 'append' | 'seen'>;
  owner: string;
  alive: () => Promise<ReadonlySet<string>>;
  now: () => number;
  caps: () => Promise<Caps>;
  /** The person holds everything: no run is claimed, and what is under way here is broken off. */
  isHeld: () => Promise<boolean>;
  step: Step;
  reconcile: () => Promise<void>;
  /** Told after each round what is alive, and how many runs could go on by themselves. */
  settled: (live: { rows: readonly RunRow[]; active: number; isHeld: boolean }) => Promise<void>;
  broken: (run: string, error: unknown) => Promise<void>;
};

/**
 * The dispatcher: holds nothing that matters. Each wake it looks at the database, claims runs by lease and steps them
 * until none can go on. Two wakes at once share a round; a killed worker loses at most the step it was in.
 */
export function createDispatcher(ports: DispatcherPorts) {
  const stepping = new Map<string, AbortController>();
  /** Runs that a wake passed over because they were being stepped, or because the cap was reached. */
  const passedOver = new Set<string>();
  /** Live runs as the last round saw them. */
  let live: readonly string[] = [];
  let isHeld = false;
  let round: Promise<void> | undefined;
  let again = false;

  async function wake(): Promise<void> {
    again = true;
    round ??= rounds().finally(() => {
      round = undefined;
    });
    return round;
  }

  async function rounds(): Promise<void> {
    while (again) {
      again = false;
      await oneRound();
    }
  }

  async function oneRound(): Promise<void> {
    await ports.reconcile();
    const rows = await ports.journal.live();
    live = rows.map((row) => row.id);
    const alive = await ports.alive();
    isHeld = await ports.isHeld();
    // What the person stops ends, whatever is held.
    const free = isHeld ? rows.filter((row) => row.stopping) : rows;
    if (isHeld) interrupt(rows.flatMap((row) => (row.stopping ? [] : [row.id])));
    const asking = new Set(rows.filter((row) => row.lease?.owner === HOST.owner).map((row) => row.id));
    const underWay = new Set(stepping.keys());
    const picked = pickRuns({ rows: free, stepping: underWay, asking, caps: await ports.caps(), now: ports.now() });
    passedOver.clear();
    for (const run of picked.passedOver) passedOver.add(run);
    for (const run of picked.next) {
      const claim = stepping.has(run) ? undefined : await ports.journal.claim(run, lease(), alive);
      if (claim) drive(run, { claim });
    }
    const active = free.filter((row) => canGoOn(row) || row.lease !== undefined || isOwed(row, rows)).length;
    await ports.settled({ rows, active: Math.max(active, stepping.size), isHeld });
  }

  /**
   * An engine answered. Where nobody waits for a place, its run goes on at once, and what every wake looks after is left to the
   * next one; else all take their turn.
   */
  async function answered(run: string): Promise<void> {
    if (round || isHeld || stepping.has(run) || areOthersPassedOver(run) || !live.includes(run)) return wake();
    const controller = new AbortController();
    stepping.set(run, controller);
    const claim = await ports.journal.claim(run, lease()).catch(() => undefined);
    if (claim) return drive(run, { claim, controller });
    stepping.delete(run);
    return wake();
  }

  function drive(run: string, { claim, controller = new AbortController() }: Claimed): void {
    stepping.set(run, controller);
    const driven = steps(run, { claim, signal: controller.signal }).finally(() => stepping.delete(run));
    // What was journaled, or what a wake passed over meanwhile, may have made a run ready.
    driven.then((went) => (concernsOthers(run, went) ? wake() : undefined)).catch(() => undefined);
  }

  function concernsOthers(run: string, { changed, pace }: Driven): boolean {
    if (areOthersPassedOver(run)) return true;
    // What a wake found of this run while it was stepped is looked at again, unless an engine has it by now: it tells by itself.
    if (passedOver.has(run) && pace !== 'asked') return true;
    return changed && (pace !== 'asked' || live.some((other) => other !== run));
  }

  async function steps(run: string, { claim, signal }: { claim: Claim; signal: AbortSignal }): Promise<Driven> {
    let pace: Pace = 'rest';
    let taken = 0;
    const before = ports.journal.seen(run)?.seq;
    const renew = createRenewal(run);
    try {
      if (claim === 'taken-over')
        await ports.journal.append(
          run,
          [{ kind: 'run-recovered', what: 'The service worker was stopped in a step.' }],
          ports.owner,
        );
      for (;;) {
        pace = await ports.step(run, signal);
        if (pace !== 'on' || signal.aborted) break;
        taken += 1;
        if (taken >= QUANTUM && othersWait(run)) break;
        await renew();
      }
    } catch (error) {
      // Stopped on purpose: the next step finds the stop in the journal and ends the run.
      if (!signal.aborted) await ports.broken(run, error);
    }
    // What was asked holds the lease itself by now.
    if (pace !== 'asked') await ports.journal.pass(run, ports.owner, null);
    const changed = signal.aborted || ports.journal.seen(run)?.seq !== before;
    return { changed, pace };
  }

  /** Renews the lease of a run when a good part of it is over. */
  function createRenewal(run: string) {
    let renewed = ports.now();
    return async () => {
      if (ports.now() - renewed < LEASE_MS / 3) return;
      renewed = ports.now();
      await ports.journal.pass(run, ports.owner, lease());
    };
  }

  const lease = () => ({ owner: ports.owner, until: ports.now() + LEASE_MS });

  const areOthersPassedOver = (run: string) => [...passedOver].some((other) => other !== run);

  const othersWait = (run: string) => [...passedOver].some((other) => other !== run && !stepping.has(other));

  /** Aborts what a run is doing in this worker, so that stop is felt at once. */
  function interrupt(runs: readonly string[]): void {
    for (const run of runs) stepping.get(run)?.abort(new Error('stopped'));
  }

  return { wake, answered, interrupt, underWay: () => [...stepping.keys()] };
}
