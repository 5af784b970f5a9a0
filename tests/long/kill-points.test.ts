import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { type Job, openJob, treeOrder } from '../support/job.ts';
import { surviveEach, undisturbedWrites } from '../support/kill-at.ts';
import type { KillPoint } from '../support/kill-point.ts';
import { startStandInModel } from '../support/stand-in-model.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

test('a worker killed at any point of a whole job loses nothing and repeats nothing', async () => {
  const model = await startStandInModel();
  onTestFinished(model.close);
  const order = treeOrder(job, readEngine(`${model.baseUrl}#${model.model}`, undefined, undefined));
  const writes = await undisturbedWrites(job, order);
  // After every write lies every boundary between two; before it, once for each kind of event, its transaction is cut in two.
  const after = writes.map((_, index): KillPoint => ({ write: index + 1, side: 'after' }));
  const before = [...new Set(writes.flat())].map((kind): KillPoint => {
    return { write: writes.findIndex((kinds) => kinds.includes(kind)) + 1, side: 'before' };
  });
  const points = [...before, ...after];
  const { wrong, reached } = await surviveEach(points, { job, order, writes });
  expect(wrong).toEqual([]);
  expect(reached).toBeGreaterThanOrEqual(60);
});
