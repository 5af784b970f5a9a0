import { isEnded } from '#lib/core/run.ts';
import { type Launched, launch } from '../browser/launch.ts';
import type { RunOrder } from './args.ts';
import { collect } from './collect.ts';
import { openDriver } from './driver-page.ts';
import { type Followed, type FollowOptions, follow } from './follow.ts';
import type { RunOutput } from './output-schema.ts';
import { handOver, permit, startOf } from './set-up-run.ts';

/** 0 succeeded, 3 ended otherwise, 4 waits for a person or is paused, 5 out of time. */
export type ExitCode = 0 | 3 | 4 | 5;

export type DriveOptions = {
  say: (line: string) => void;
  /** A browser that runs already, with the driver's flavour in it; it stays open. Without it one is launched and closed. */
  launched?: Launched;
  onApproval?: FollowOptions['onApproval'];
};

/** Does what `annex run` was told: opens, permits, starts, follows, gathers. Throws a UsageError where the order cannot be met. */
export async function driveRun(order: RunOrder, options: DriveOptions): Promise<{ output: RunOutput; exit: ExitCode }> {
  if (options.launched) return drive(order, options, options.launched);
  const { profile, headed } = order;
  const launched = await launch({ flavour: 'driver', headed, ...(profile !== undefined && { profile }) });
  try {
    return await drive(order, options, launched);
  } finally {
    await launched.close();
  }
}

async function drive(order: RunOrder, { say, onApproval }: DriveOptions, launched: Launched) {
  const since = Date.now();
  const driver = await openDriver(launched);
  try {
    await permit(order, driver);
    const inputs = await handOver(order, launched.context, driver);
    const start = startOf(order, inputs);
    const run = await driver.evaluate((start) => globalThis.annex.start(start), start);
    say(`Started ${order.agent}: ${order.task}`);
    const followed = await follow(driver, run, { rule: order.answer, timeoutMs: order.timeoutMs, say, onApproval });
    return { output: await collect(driver, followed.tree, since), exit: exitOf(followed) };
  } finally {
    await driver.close();
  }
}

function exitOf({ tree, ranOut }: Followed): ExitCode {
  if (ranOut) return 5;
  const status = tree.rows[0]?.status;
  if (status === 'succeeded') return 0;
  return status && isEnded(status) ? 3 : 4;
}
