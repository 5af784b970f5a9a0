import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Budget } from '#lib/core/budget.ts';
import { BASIC } from '#lib/core/engine.ts';
import { newRun } from '../../tests/support/store.ts';
import { spender, used } from './budget.test-support.ts';

const kinds = async ({ store }: ReturnType<typeof spender>, run: string) =>
  (await store.journal.events(run)).map((event) => event.happening.kind);

/** A run whose first request has cost so much and that looks at its caps. */
async function spent(budget: Budget, tokens: number, usd?: number) {
  const world = spender();
  await world.store.journal.create(newRun({ budget }));
  await world.go('run-1');
  await world.answer('run-1', used(tokens), usd);
  await world.go('run-1');
  return world;
}

test('pauses a run that reached a cap before it asks again, says so and keeps everything', async () => {
  const world = await spent({ usd: 1, tokens: 1_000 }, 400, 1.2);
  expect(await world.row('run-1')).toMatchObject({
    ...{ status: 'paused', pausedBy: 'budget', cap: { of: 'run', what: 'usd', cap: 1, spent: 1.2 }, usd: 1.2 },
    reason: expect.stringMatching(/^The cap of \$1\.00 for this run is reached: \$1\.20 was spent\..*Raise its budget/),
  });
  expect(await world.store.requests.open()).toEqual([]);
  expect((await world.store.journal.fold('run-1'))?.asks.size).toBe(1);
  expect(await world.store.database.audit.toArray()).toMatchObject([
    { what: 'cap-reached', run: 'run-1', detail: { of: 'run', what: 'usd', cap: 1, spent: 1.2 } },
  ]);
});

test('says "at least" where some of what was used has no known price', async () => {
  const world = spender();
  await world.store.journal.create(newRun({ budget: { usd: 1 } }));
  await world.go('run-1');
  await world.answer('run-1', used(10));
  await world.go('run-1');
  await world.answer('run-1', used(10), 1);
  await world.go('run-1');
  expect((await world.row('run-1'))?.reason).toContain('at least $1.00');
});

test('pauses again at once, with the same sentence and nothing spent, when it is let go on without a higher cap', async () => {
  const world = await spent({ tokens: 100 }, 150);
  const before = await world.row('run-1');
  await world.resume('run-1');
  await world.go('run-1');
  const after = await world.row('run-1');
  expect([after?.status, after?.reason, after?.tokens]).toEqual(['paused', before?.reason, before?.tokens]);
  expect((await kinds(world, 'run-1')).filter((kind) => kind === 'model-requested')).toHaveLength(1);
});

test('lets a model that costs nothing go on when the money is gone', async () => {
  const world = spender(BASIC);
  await world.store.journal.create(newRun({ budget: { usd: 0 } }));
  await world.go('run-1');
  expect(await world.store.requests.open()).toHaveLength(1);
});

test('counts what a child spends for its root, and pauses the child', async () => {
  const world = spender();
  await world.store.journal.create(newRun({ budget: { tokens: 100 } }));
  await world.store.journal.create(newRun({ id: 'a', parent: 'run-1' }));
  await world.store.journal.create(newRun({ id: 'b', parent: 'run-1' }));
  for (const run of ['a', 'b']) await world.go(run);
  for (const run of ['a', 'b']) await world.answer(run, used(60));
  for (const run of ['a', 'b', 'run-1']) await world.go(run);
  for (const run of ['a', 'b', 'run-1'])
    expect(await world.row(run)).toMatchObject({ status: 'paused', cap: { of: 'run', what: 'tokens', spent: 120 } });
  expect((await world.row('a'))?.reason).toContain('for this run and all that it handed on');
});

test('knows of a budget that was raised while the step looked at the old one, and of none that was not', async () => {
  const world = await spent({ tokens: 100 }, 150);
  const row = await world.row('run-1');
  const lifted = (budget: Budget) => (row ? world.budget.lifted(row, { ...row, budget }) : 'no row');
  expect(await Promise.all([{ tokens: 100 }, { tokens: 150 }, { tokens: 151 }, { usd: 1 }].map(lifted))).toEqual([
    ...[undefined, undefined, 'Its budget was raised.', 'Its budget was raised.'],
  ]);
});

test('holds up an agent that used up its day, until the next day begins', async () => {
  const world = spender();
  world.time.now = new Date(2026, 10, 26, 22).getTime();
  const limits = await world.store.spend.limits();
  await world.store.spend.setLimits({ ...limits, agentDay: { tokens: 100 } });
  await world.store.journal.create(newRun({ budget: {} }));
  await world.store.journal.create(newRun({ id: 'other', agent: 'correspondent@1.0.0', budget: {} }));
  for (const run of ['run-1', 'other']) await world.go(run);
  await world.answer('run-1', used(100));
  await world.answer('other', used(99));
  for (const run of ['run-1', 'other']) await world.go(run);
  const row = await world.row('run-1');
  expect(row).toMatchObject({ status: 'paused', pausedBy: 'budget', cap: { of: 'agent-day', what: 'tokens' } });
  expect(row?.reason).toContain('100 tokens a day for Researcher');
  expect((await world.row('other'))?.status).toBe('running');
  expect(row && (await world.budget.lifted(row, row))).toBeUndefined();
  world.time.now = new Date(2026, 10, 27, 0, 0, 1).getTime();
  expect(row && (await world.budget.lifted(row, row))).toBe('A new day has begun.');
});

test('holds up all work in the background by one cap per day, and nothing that the person started', async () => {
  const world = spender();
  const limits = await world.store.spend.limits();
  await world.store.spend.setLimits({ ...limits, backgroundDay: { usd: 1 } });
  for (const id of ['s1', 's2']) await world.store.journal.create(newRun({ id, class: 'background', budget: {} }));
  await world.store.journal.create(newRun({ budget: {} }));
  await world.go('s1');
  await world.answer('s1', used(1), 1);
  for (const run of ['s2', 'run-1']) await world.go(run);
  expect(await world.row('s2')).toMatchObject({ status: 'paused', cap: { of: 'background-day', spent: 1 } });
  expect((await world.store.requests.open()).map((one) => one.run)).toEqual(['run-1']);
});

const RUNS = ['run-1', 'a', 'b'];
type Deed = { kind: 'go' | 'answer' | 'resume' | 'pause' | 'cap'; run: string; tokens: number };
const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('go', 'go', 'go', 'answer', 'answer', 'answer', 'resume', 'resume', 'pause', 'cap'),
  run: fc.constantFrom(...RUNS),
  tokens: fc.nat(60),
});

/** What deeds do to a tree of three runs; each request that is begun is checked against the cap of its moment. */
async function treeUnder(deeds: readonly Deed[], first: number) {
  const world = spender();
  const { journal, requests } = world.store;
  let cap = first;
  await journal.create(newRun({ budget: { tokens: cap } }));
  await journal.create(newRun({ id: 'a', parent: 'run-1' }));
  await journal.create(newRun({ id: 'b', parent: 'a' }));
  const does: Record<Deed['kind'], (deed: Deed) => Promise<unknown>> = {
    go: async ({ run }) => {
      const before = (await requests.open()).length;
      const sofar = (await journal.tree('run-1')).reduce((sum, row) => sum + row.tokens, 0);
      await world.go(run);
      if ((await requests.open()).length > before) expect(sofar).toBeLessThan(cap);
    },
    answer: ({ run, tokens }) => world.answer(run, used(tokens)),
    resume: async ({ run }) => (await world.row(run))?.status === 'paused' && world.resume(run),
    pause: ({ run }) => journal.append(run, [{ kind: 'run-paused', by: 'user', reason: 'You paused it.' }]),
    cap: ({ tokens }) => {
      cap = tokens * 3;
      return journal.append('run-1', [{ kind: 'budget-changed', budget: { tokens: cap } }]);
    },
  };
  for (const deed of deeds) await does[deed.kind](deed);
  return world;
}

test('never lets a paused run spend, nor a tree begin a request over its cap, whatever comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 20, maxLength: 40 }), fc.nat(120), async (deeds, cap) => {
      const world = await treeUnder(deeds, cap);
      for (const run of RUNS) {
        const turns = (await kinds(world, run)).filter((kind) => TURNS.has(kind));
        const spends = turns.filter((kind, at) => kind === 'model-requested' && turns[at - 1] === 'run-paused');
        expect(spends).toEqual([]);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

const TURNS = new Set(['model-requested', 'run-paused', 'run-resumed']);
