import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunRow } from '#lib/core/run.ts';
import type { RunOrder } from '../../scripts/annex/args.ts';
import { openDriver } from '../../scripts/annex/driver-page.ts';
import { handOver, permit, startOf } from '../../scripts/annex/set-up-run.ts';
import type { Job } from './job.ts';

/** A run that was started and is left to the test. */
export type Begun = { driver: Page; run: string; row: () => Promise<RunRow | undefined> };

/** Starts a run and comes back at once; nobody answers its approvals. */
export async function begin({ annex }: Job, order: RunOrder): Promise<Begun> {
  const driver = await openDriver(annex.launched);
  await permit(order, driver);
  const inputs = await handOver(order, annex.context, driver);
  const start = startOf(order, inputs);
  const run = await driver.evaluate((start) => globalThis.annex.start(start), start);
  return { driver, run, row: () => rowOf(driver, run) };
}

export function rowOf(driver: Page, run: string): Promise<RunRow | undefined> {
  return driver.evaluate((run) => globalThis.annex.tree(run).then(({ rows }) => rows[0]), run);
}

/** Waits until a run stands so. */
export async function until({ row }: Begun, status: RunRow['status']): Promise<RunRow | undefined> {
  await expect.poll(async () => (await row())?.status, { timeout: 60_000 }).toBe(status);
  return row();
}

/** Unanswered approvals of a run. */
export function asked({ driver, run }: Begun) {
  return driver.evaluate(
    (run) => globalThis.annex.tree(run).then(({ approvals }) => approvals.filter((one) => !one.answer)),
    run,
  );
}
