import { expect, test } from 'vitest';
import { researcher } from '#lib/agents/packages/researcher.ts';
import { prepareRun } from '../orders/prepare-run.ts';
import { createKernel, handed, type Kernel } from './kernel.test-support.ts';

const pages = () => ({
  1: { url: 'https://news.example/1', title: 'One', text: 'Heat pumps cost 300 euros a year to run.' },
});
const ORDER = { agent: 'researcher', engine: 'basic', task: 'What do they cost?' };

/** A run of a version that is not built in. */
async function pinned({ store, pages }: Kernel): Promise<string> {
  const { run, grants } = await prepareRun({ ...ORDER, inputs: handed(pages) }, store);
  for (const grant of grants) await store.grants.put(grant);
  await store.journal.create({ ...run, agent: 'researcher@0.9.0' });
  return run.id;
}

test('a run goes on with the version of its agent that it pins, when an update has brought a newer one', async () => {
  const kernel = createKernel(pages());
  await kernel.store.packages.keep([{ ...researcher, version: '0.9.0' }]);
  const run = await pinned(kernel);
  await kernel.worker('worker-1').wake();
  await expect.poll(() => kernel.isOver(run)).toBe(true);
  expect(await kernel.store.database.runs.get(run)).toMatchObject({
    status: 'succeeded',
    agent: 'researcher@0.9.0',
  });
});

test('a run whose version is nowhere ends in words', async () => {
  const kernel = createKernel(pages());
  const run = await pinned(kernel);
  await kernel.worker('worker-1').wake();
  await expect.poll(() => kernel.isOver(run)).toBe(true);
  expect((await kernel.store.database.runs.get(run))?.reason).toBe(
    'The agent researcher@0.9.0 is not installed any more.',
  );
});
