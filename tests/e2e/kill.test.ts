import { afterAll, beforeAll, expect, test } from 'vitest';
import { briefOrder, drive, type Job, mailOrder, openJob } from '../support/job.ts';
import { surviveEach, undisturbedWrites } from '../support/kill-at.ts';
import type { KillPoint } from '../support/kill-point.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

/** Right after each kind of event was first written; of calls also while it was, and the same of the last call, which sends. */
function pointsIn(writes: readonly string[][]): KillPoint[] {
  return [...new Set(writes.flat())].flatMap((kind): KillPoint[] => {
    const first = writes.findIndex((kinds) => kinds.includes(kind)) + 1;
    const last = writes.findLastIndex((kinds) => kinds.includes(kind)) + 1;
    if (!kind.startsWith('call-')) return [{ write: first, side: 'after' }];
    return [...new Set([first, last])].flatMap((write) => SIDES.map((side) => ({ write, side })));
  });
}
const SIDES: readonly KillPoint['side'][] = ['before', 'after'];

test('a worker killed at any kind of event loses nothing and repeats nothing', async () => {
  const { output } = await drive(job, briefOrder(job));
  const order = mailOrder(job, output.artifacts[0]?.id ?? '');
  const writes = await undisturbedWrites(job, order);
  const points = pointsIn(writes);
  expect(await surviveEach(points, { job, order, writes })).toEqual({ wrong: [], reached: points.length });
}, 300_000);
