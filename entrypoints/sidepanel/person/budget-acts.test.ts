import { expect, test } from 'vitest';
import type { CapReached } from '#lib/core/budget.ts';
import { dayOf } from '#lib/core/day.ts';
import type { NewRun } from '#lib/core/ports.ts';
import { freshStore, newRun } from '../../../tests/support/store.ts';
import { createBudgetActs } from './budget-acts.ts';

const RUN_CAP: CapReached = { of: 'run', what: 'usd', cap: 1, spent: 1 };
const DAY_CAP: CapReached = { of: 'agent-day', what: 'usd', cap: 5, spent: 5 };

async function paused(...runs: [Partial<NewRun>, CapReached?][]) {
  const world = freshStore();
  const { store, time } = world;
  time.now = Date.now();
  for (const [facts, cap] of runs) {
    const run = newRun({ budget: { usd: 1 }, ...facts });
    await store.journal.create(run);
    const pause = cap ? { by: 'budget' as const, cap, reason: 'Capped.' } : { by: 'user' as const, reason: 'You.' };
    await store.journal.append(run.id, [{ kind: 'run-started' }, { kind: 'run-paused', ...pause }]);
  }
  const statusOf = async (run: string) => (await store.database.runs.get(run))?.status;
  return { ...world, acts: createBudgetActs(store), statusOf };
}

const child = (id: string): Partial<NewRun> => ({ id, parent: 'run-1' });

test('sets the caps of a tree by any of its runs, and goes on with what was paused for them', async () => {
  const { store, acts, statusOf } = await paused(
    [{}, RUN_CAP],
    [child('a'), RUN_CAP],
    [child('b')],
    [child('c'), DAY_CAP],
  );
  await acts.setBudget('a', { usd: 9, steps: 3 });
  expect((await store.database.runs.get('run-1'))?.budget).toEqual({ usd: 9, steps: 3 });
  expect(await Promise.all(['run-1', 'a', 'b', 'c'].map(statusOf))).toEqual(['running', 'running', 'paused', 'paused']);
  expect(await store.database.audit.toArray()).toMatchObject([
    { what: 'budget-set', run: 'run-1', detail: { before: { usd: 1 }, after: { usd: 9, steps: 3 } } },
  ]);
});

test('says that there is nothing left to spend on a run that has ended, or is not there', async () => {
  const { store, acts } = await paused([{}]);
  await store.journal.append('run-1', [{ kind: 'run-ended', state: 'cancelled', reason: 's' }]);
  await expect(acts.setBudget('run-1', { usd: 9 })).rejects.toThrow('This run has ended');
  await expect(acts.setBudget('nobody', { usd: 9 })).rejects.toThrow('This run has ended');
  expect(await store.database.audit.count()).toBe(0);
});

test('refuses caps that are none, and changes nothing', async () => {
  const { store, acts } = await paused([{}, RUN_CAP]);
  await expect(acts.setBudget('run-1', { usd: -1 })).rejects.toThrow();
  await expect(acts.setLimits({ ...(await store.spend.limits()), run: { usd: Number.NaN } })).rejects.toThrow();
  await expect(acts.setPrice(' ', { input: 1, output: 1 })).rejects.toThrow('which model');
  expect((await store.database.runs.get('run-1'))?.budget).toEqual({ usd: 1 });
});

test('goes on with what was paused for a day’s cap once that is not reached any more, and with nothing else', async () => {
  const { store, acts, statusOf } = await paused(
    [{}, DAY_CAP],
    [{ id: 'r', agent: 'correspondent@1.0.0' }, DAY_CAP],
    [{ id: 'own' }, RUN_CAP],
  );
  const { database, spend } = store;
  const day = { day: dayOf(Date.now()), at: 1, engine: 'e', model: 'm', inputTokens: 1, outputTokens: 1 };
  for (const agent of ['researcher', 'correspondent'])
    await database.spend.put({ ...day, request: agent, root: agent, run: agent, agent, usd: 6, background: false });
  const limits = await spend.limits();
  await acts.setLimits({ ...limits, agents: { correspondent: { usd: 7 } } });
  expect(await Promise.all(['run-1', 'r', 'own'].map(statusOf))).toEqual(['paused', 'running', 'paused']);
  await acts.setLimits({ ...limits, agentDay: {} });
  expect(await statusOf('run-1')).toBe('running');
  expect((await database.audit.toArray()).map((row) => row.what)).toEqual(['limits-set', 'limits-set']);
});

test('keeps a price of the person’s own, and takes it back', async () => {
  const { store, acts } = await paused();
  await acts.setPrice('gpt-5', { input: 1, output: 2 });
  expect(await store.spend.prices()).toEqual({ 'gpt-5': { input: 1, output: 2 } });
  await acts.setPrice('gpt-5', undefined);
  expect(await store.spend.prices()).toEqual({});
  expect((await store.database.audit.toArray()).map((row) => row.detail)).toEqual([
    { model: 'gpt-5', price: { input: 1, output: 2 } },
    { model: 'gpt-5', price: null },
  ]);
});
