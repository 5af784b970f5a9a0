import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../demo/server.ts';
import { launchAnnex } from '../support/annex.ts';
import { begin } from '../support/begin.ts';
import { briefOrder, drive, mailOrder } from '../support/job.ts';
import { judge, undisturbedWrites } from '../support/kill-at.ts';
import { armKillPoint, type KillPoint, listenForStill } from '../support/kill-point.ts';
import { newProfile } from '../support/new-profile.ts';

const ROUNDS = 20;
/** Prime to most counts of writes, so that the rounds spread over the job. */
const STRIDE = 7;

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test(`a browser killed in ${ROUNDS} rounds loses nothing and repeats nothing`, async () => {
  const profile = await newProfile();
  const open = async () => {
    const annex = await launchAnnex({ flavour: 'driver', profile });
    return { demo, annex, close: annex.close };
  };
  const first = await open();
  const { output } = await drive(first, briefOrder(first));
  const order = mailOrder(first, output.artifacts[0]?.id ?? '');
  const writes = await undisturbedWrites(first, order);
  await first.close();

  const wrong: string[] = [];
  let reached = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const point: KillPoint = {
      write: 1 + ((round * STRIDE) % writes.length),
      side: round % 2 === 0 ? 'after' : 'before',
    };
    const job = await open();
    const watcher = await job.annex.person();
    await armKillPoint(await job.annex.worker(), point);
    const still = await listenForStill(watcher);
    const sentBefore = demo.mail.sent().length;
    const begun = await begin(job, order);
    // Up to the question whether to send, nobody has to answer; beyond it somebody has. Not waited for after the kill: what was asked
    // of a page in that very moment may never be answered.
    const answering = judge(job, order, { begun, sentBefore, disturbance: async () => [] }).catch(() => undefined);
    // Runs differ by a write or two: one that ended first has nothing to be killed in.
    const before = await Promise.race([still(), answering.then(() => undefined)]);
    if (!before) {
      await job.close();
      continue;
    }
    reached += 1;
    await job.annex.killBrowser();
    const again = await open();
    const { faults } = await judge(again, order, { begun, sentBefore, disturbance: async () => before });
    if (faults.length > 0) wrong.push(`round ${round}, ${point.side} write ${point.write}: ${faults.join('; ')}`);
    await again.close();
  }
  console.log(`crashes survived ${reached - wrong.length}/${reached}`);
  expect(wrong).toEqual([]);
  expect(reached).toBeGreaterThanOrEqual(ROUNDS - 2);
});
