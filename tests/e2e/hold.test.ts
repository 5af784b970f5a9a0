import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, until } from '../support/begin.ts';
import { briefOrder, type Job, openJob } from '../support/job.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

test('the brake holds what is started after it, over the death of the worker, until the person goes on', async () => {
  const panel = await job.annex.panelInTab();
  const brake = panel.getByRole('button', { name: 'Pause everything' });
  await brake.click();
  await panel.getByText(/^Everything is paused since \d\d:\d\d\.$/).waitFor();
  await panel.getByText('What you start now waits until you go on.').waitFor();

  const begun = await begin(job, briefOrder(job));
  const stopped = await begin(job, briefOrder(job));
  await job.annex.killWorker();
  // What is stopped ends whatever is held: by then the worker that woke has looked at the run before it too, and left it alone.
  await stopped.driver.evaluate((run) => globalThis.annex.stop(run), stopped.run);
  await until(stopped, 'cancelled');
  const deeds = async () => {
    const { events } = await begun.driver.evaluate((run) => globalThis.annex.tree(run), begun.run);
    return events.map((event) => event.happening.kind).filter((kind) => kind.startsWith('call-'));
  };
  expect([(await begun.row())?.status, await deeds()]).toEqual(['queued', []]);

  await panel.getByRole('button', { name: 'Go on' }).click();
  await until(begun, 'succeeded');
  expect(await deeds()).toContain('call-ended');
  await panel.getByText(/^Everything is paused/).waitFor({ state: 'hidden' });
  expect(await brake.getAttribute('aria-pressed')).toBe('false');
});
