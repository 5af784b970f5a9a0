import { expect, test } from 'vitest';
import { launchAnnex } from '../support/annex.ts';
import { isEvery } from '../support/cases.ts';

const MANY = isEvery ? 200 : 80;
const PATIENCE = 240_000;

test(
  `${MANY} runs that are queued at once all come to their end, and leave nothing held`,
  async () => {
    const annex = await launchAnnex({ flavour: 'driver' });
    try {
      const driver = await annex.person();
      const order = {
        agent: 'correspondent',
        task: 'Keep this as a draft: the meeting is on Monday.',
        inputs: [],
        engine: 'basic',
      };
      const start = Date.now();
      const ids = await driver.evaluate(
        ([order, many]) => Promise.all(Array.from({ length: many }, () => globalThis.annex.start(order))),
        [order, MANY] as const,
      );
      expect(new Set(ids).size).toBe(MANY);
      const queued = Date.now() - start;
      await expect
        .poll(
          async () =>
            (await driver.evaluate(() => globalThis.annex.runs())).filter((row) => row.endedAt === undefined).length,
          {
            timeout: PATIENCE,
            interval: 500,
          },
        )
        .toBe(0);
      console.log(`${MANY} runs: queued in ${queued} ms, ended after ${Date.now() - start} ms`);
      const rows = await driver.evaluate(() => globalThis.annex.runs());
      expect(rows.map((row) => [row.status, row.recoveries, row.lease])).toEqual(
        ids.map(() => ['succeeded', 0, undefined]),
      );
      expect(annex.errors).toEqual([]);
    } finally {
      await annex.close();
    }
  },
  PATIENCE + 60_000,
);
