import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '#lib/core/budget.ts';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { type Begun, begin, until } from '../support/begin.ts';
import { briefOrder, type Job, openJob } from '../support/job.ts';
import { type StandInModel, startStandInModel } from '../support/stand-in-model.ts';

let job: Job;
let model: StandInModel;
beforeAll(async () => {
  [job, model] = await Promise.all([openJob(), startStandInModel()]);
});
afterAll(async () => {
  await job.close();
  await model.close();
});

const engine = () => readEngine(`${model.baseUrl}#${model.model}`, undefined, undefined);
const asked = () => model.requests.filter((one) => one.method === 'POST').length;
const journaled = ({ driver, run }: Begun, kind: string) =>
  driver.evaluate(
    ([run, kind]) =>
      globalThis.annex.tree(run).then(({ events }) => events.filter((event) => event.happening.kind === kind).length),
    [run, kind] as const,
  );

test('a run that reached its cap of tokens asks no more, keeps everything, and goes on when it is raised', async () => {
  const begun = await begin(job, briefOrder(job, { engine: engine(), budget: { tokens: 800 } }));
  const row = await until(begun, 'paused');
  expect(row).toMatchObject({ pausedBy: 'budget', cap: { of: 'run', what: 'tokens', cap: 800 } });
  expect(row?.reason).toMatch(/^The cap of 800 tokens for this run is reached: .* Raise its budget to go on\.$/);
  expect(row?.tokens).toBe(row?.cap?.spent);
  const [before, pauses] = [asked(), await journaled(begun, 'run-paused')];
  expect(before).toBeGreaterThan(0);

  // Let go on as it is, it stops at once where it stood.
  await begun.driver.evaluate((run) => globalThis.annex.resume(run), begun.run);
  await expect.poll(() => journaled(begun, 'run-paused'), { timeout: 30_000 }).toBe(pauses + 1);
  const again = await begun.row();
  expect([again?.reason, again?.tokens, again?.status]).toEqual([row?.reason, row?.tokens, 'paused']);
  expect(asked()).toBe(before);

  await begun.driver.evaluate((run) => globalThis.annex.setBudget(run, {}), begun.run);
  const end = await until(begun, 'succeeded');
  expect(await journaled(begun, 'model-ended')).toBe(asked());
  expect(end).toMatchObject({ usd: 0, unpriced: 0 });
  const made = await begun.driver.evaluate((run) => globalThis.annex.artifactsOf([run]), begun.run);
  expect(made[0]?.version.citations.length).toBeGreaterThan(0);
  await begun.driver.close();
});

test('a run and all that it handed on share one cap, go over by a request each at the most, and go on together', async () => {
  const order = briefOrder(job, { engine: engine(), agent: 'coordinator', budget: { tokens: 6_000 } });
  const begun = await begin(job, order);
  const rows = () => begun.driver.evaluate((run) => globalThis.annex.tree(run).then((tree) => tree.rows), begun.run);
  const standing = async () => (await rows()).map((row) => row.pausedBy ?? row.waitingOn ?? row.status);
  const isHeldUp = (one: string) => one === 'budget' || one === 'child' || one === 'succeeded';
  await expect
    .poll(async () => (await standing()).every(isHeldUp) && (await standing()).includes('budget'), { timeout: 60_000 })
    .toBe(true);
  const held = (await rows()).find((row) => row.pausedBy === 'budget');
  expect(held?.reason).toContain('6,000 tokens for this run and all that it handed on');

  const spend = (await begun.driver.evaluate(() => globalThis.annex.spend())).filter((one) => one.root === begun.run);
  const used = (some: typeof spend) => some.reduce((sum, one) => sum + one.inputTokens + one.outputTokens, 0);
  expect(used(spend)).toBe((await rows()).reduce((sum, row) => sum + row.tokens, 0));
  const lastOfEach = [...Map.groupBy(spend, (one) => one.run).values()].flatMap(([newest]) => newest ?? []);
  expect(used(spend) - used(lastOfEach)).toBeLessThan(6_000);

  const before = asked();
  await begun.driver.evaluate((run) => globalThis.annex.setBudget(run, { tokens: 9e6 }), held?.id ?? '');
  await until(begun, 'succeeded');
  expect((await rows()).map((row) => row.status)).toEqual((await rows()).map(() => 'succeeded'));
  expect(asked()).toBeGreaterThan(before);
  await begun.driver.close();
});

test('an agent that spent its money for the day asks nothing until the cap is raised', async () => {
  const driver = await job.annex.person();
  await driver.evaluate((name) => globalThis.annex.setPrice(name, { input: 1000, output: 1000 }), model.model);
  await driver.evaluate((limits) => globalThis.annex.setLimits(limits), {
    ...DEFAULT_LIMITS,
    run: {},
    agentDay: { usd: 0.001 },
  });
  const first = await begin(job, briefOrder(job, { engine: engine() }));
  const row = await until(first, 'paused');
  expect(row).toMatchObject({ pausedBy: 'budget', cap: { of: 'agent-day', what: 'usd', cap: 0.001 } });
  expect(row?.reason).toContain('a day for Researcher');
  const [spent] = await driver.evaluate(() => globalThis.annex.spend());
  expect(spent).toMatchObject({ run: first.run, agent: 'researcher', model: model.model, usd: row?.usd });

  const before = asked();
  const second = await begin(job, briefOrder(job, { engine: engine() }));
  expect((await until(second, 'paused'))?.cap).toMatchObject({ of: 'agent-day' });
  expect(asked()).toBe(before);

  await driver.evaluate((limits) => globalThis.annex.setLimits(limits), { ...DEFAULT_LIMITS, run: {}, agentDay: {} });
  for (const one of [first, second]) await until(one, 'succeeded');
});

test('has no error in any of its pages', () => {
  expect(job.annex.errors).toEqual([]);
});
