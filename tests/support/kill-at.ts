import type { Page } from 'playwright-core';
import type { RunEvent } from '#lib/core/event.ts';
import type { RunOrder } from '../../scripts/annex/args.ts';
import { collect } from '../../scripts/annex/collect.ts';
import { openDriver } from '../../scripts/annex/driver-page.ts';
import { follow } from '../../scripts/annex/follow.ts';
import { type Begun, begin } from './begin.ts';
import type { Job } from './job.ts';
import { faultsIn, sendingFaults } from './judge-kill.ts';
import { armKillPoint, type KillPoint, listenForStill, writesOf } from './kill-point.ts';
import { stopWorkers } from './kill-worker.ts';

/** How a job came through: what it made, and whatever is wrong with its journals or its sendings, in words. */
export type Survived = { output: Awaited<ReturnType<typeof collect>>; faults: string[] };

/** What is done to a job while it works: what the journal held then, once the run has come to its end. */
type Disturbance = () => Promise<RunEvent[]>;
const UNDISTURBED: Disturbance = async () => [];

/** The kinds of events that the worker writes when nobody disturbs it, write by write. */
export async function undisturbedWrites(job: Job, order: RunOrder): Promise<string[][]> {
  const worker = await job.annex.worker();
  await armKillPoint(worker, undefined);
  await toItsEnd(job, order, UNDISTURBED);
  return writesOf(worker);
}

/** Carries an order out while the service worker is stopped at one exact point of its work; `reached` where it came so far. */
async function surviveWorkerKill(job: Job, order: RunOrder, point: KillPoint) {
  const watcher = await job.annex.person();
  await armKillPoint(await job.annex.worker(), point);
  const still = await listenForStill(watcher);
  let killed: Promise<RunEvent[]> | undefined;
  const kill = async (before: RunEvent[]) => {
    await stopWorkers(watcher);
    return before;
  };
  // A page that closes under the waiting ends it; then the run was over before the point.
  still().then(
    (before) => {
      killed = kill(before);
    },
    () => {},
  );
  const { output, faults } = await toItsEnd(job, order, async () => killed ?? []);
  await watcher.close();
  const { state, reason } = output.run;
  const isToldOf = state === 'succeeded' || /not repeated/.test(reason);
  return { reached: killed !== undefined, faults: isToldOf ? faults : [...faults, `it ended ${state}: ${reason}`] };
}

async function toItsEnd(job: Job, order: RunOrder, disturbance: Disturbance): Promise<Survived> {
  const there = new Set(job.annex.context.pages());
  const sentBefore = job.demo.mail.sent().length;
  const begun = await begin(job, order);
  const survived = await judge(job, order, { begun, sentBefore, disturbance });
  for (const page of job.annex.context.pages()) if (!there.has(page)) await page.close();
  return survived;
}

/** Follows a run to its end and holds the journals and the sendings against each other. */
export async function judge(
  job: Job,
  order: RunOrder,
  world: { begun: Begun; sentBefore: number; disturbance: Disturbance },
): Promise<Survived> {
  const { run } = world.begun;
  const driver = await openDriver(job.annex.launched);
  const { tree } = await follow(driver, run, {
    ...{ rule: order.answer, timeoutMs: order.timeoutMs, say: () => {} },
  });
  const before = await world.disturbance();
  const after = await readJournal(driver);
  const ids = new Set(tree.rows.map((row) => row.id));
  const mine = after.filter((event) => ids.has(event.run));
  const sent = job.demo.mail.sent().length - world.sentBefore;
  const output = await collect(driver, tree, 0);
  return { output, faults: [...faultsIn({ before, after }), ...sendingFaults(mine, sent)] };
}

/** Every event of every run, as it stands in the database. */
function readJournal(page: Page): Promise<RunEvent[]> {
  return page.evaluate(
    () =>
      new Promise<RunEvent[]>((done, fail) => {
        const opening = indexedDB.open('annex');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('journal').objectStore('journal').getAll();
          reading.onerror = () => fail(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            done(reading.result);
          };
        };
      }),
  );
}

/** Kills the worker at each of these points, a job each; yields what was wrong and where, after saying the sum. */
export async function surviveEach(
  points: readonly KillPoint[],
  of: { job: Job; order: RunOrder; writes: readonly string[][] },
): Promise<{ wrong: string[]; reached: number }> {
  const wrong: string[] = [];
  let reached = 0;
  for (const point of points) {
    const survived = await surviveWorkerKill(of.job, of.order, point);
    const at = `${point.side} write ${point.write} (${of.writes[point.write - 1]?.join(', ')})`;
    // Runs that work side by side write now more, now less: the last points may lie behind the end.
    if (survived.reached) reached += 1;
    if (survived.faults.length > 0) wrong.push(`${at}: ${survived.faults.join('; ')}`);
  }
  console.log(`kill points ${reached - wrong.length}/${reached}`);
  return { wrong, reached };
}
