import fc from 'fast-check';
import { expect, test } from 'vitest';
import { billOf } from '#lib/core/bill.ts';
import { DEFAULT_LIMITS, type SpendRow } from '#lib/core/budget.ts';
import { dayOf } from '#lib/core/day.ts';
import { addSpend, noSpend } from '#lib/core/day-totals.ts';
import { type AskEnd, BASIC, type EngineConfig } from '#lib/core/engine.ts';
import { USER } from '#lib/core/label.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { exportAll } from './transfer/export-all.ts';
import { importAll } from './transfer/import-all.ts';

const HOSTED: EngineConfig = {
  ...{ kind: 'openai', id: 'e', name: 'E', baseUrl: 'https://a.example/v1', model: 'm', size: 'large' },
  contextTokens: 9_000,
};
const LEDGER = [{ what: 'w', why: 'y', label: USER, tokens: 50, whole: 50, kept: 'whole' as const }];
const ALIVE = new Set(['w']);
const answered = (inputTokens: number, outputTokens: number): AskEnd => ({
  ...{ kind: 'answered', answer: 'a', usage: { inputTokens, outputTokens, ms: 1, exact: true } },
});

/** Asks a model for a run, as the step does. */
async function ask({ store }: ReturnType<typeof freshStore>, run: string, request: string, engine = HOSTED) {
  await store.journal.claim(run, { owner: 'w', until: 1e15 }, ALIVE);
  await store.requests.begin(
    { id: request, run, engine, ask: { kind: 'probe' }, state: 'open', partial: '', createdAt: 1 },
    {
      ...{ kind: 'model-requested', request, slot: request, attempt: 1, engine: engine.id, what: 'w' },
      ...{ ledger: LEDGER, label: USER },
    },
    'w',
  );
  await store.requests.take(request, 'host', new Set());
}

const rows = ({ store }: ReturnType<typeof freshStore>) => store.database.spend.toArray();

test('writes what a request cost once, with its end, in the day of the person', async () => {
  const world = freshStore();
  const { store, time } = world;
  await store.journal.create(newRun());
  await ask(world, 'run-1', 'q');
  time.now = new Date(2026, 10, 26, 23, 59).getTime();
  await Promise.all([1, 2, 3].map(() => store.requests.finish('q', answered(30, 7), 0.5)));
  expect(await rows(world)).toEqual([
    {
      ...{ request: 'q', root: 'run-1', run: 'run-1', agent: 'researcher', engine: 'e', model: 'm', day: '2026-11-26' },
      ...{ at: time.now, inputTokens: 30, outputTokens: 7, usd: 0.5, background: false },
    },
  ]);
  expect(await store.database.runs.get('run-1')).toMatchObject({ usd: 0.5, unpriced: 0, tokens: 37 });
  expect(await store.spend.on('2026-11-26')).toMatchObject({ agents: { researcher: { usd: 0.5, tokens: 37 } } });
});

test('writes neither end nor cost when one of them cannot be written', async () => {
  const world = freshStore();
  const { store } = world;
  await store.journal.create(newRun());
  await ask(world, 'run-1', 'q');
  const full = () => {
    throw new Error('full');
  };
  store.database.spend.hook('creating', full);
  await expect(store.requests.finish('q', answered(1, 1), 1)).rejects.toThrow('full');
  store.database.spend.hook('creating').unsubscribe(full);
  expect((await store.requests.get('q'))?.state).toBe('streaming');
  expect((await store.journal.fold('run-1'))?.asking).toBe('q');
  await store.requests.finish('q', answered(1, 1), 1);
  expect(await rows(world)).toHaveLength(1);
});

test('counts work that nobody started by hand, and what it handed on, as background', async () => {
  const world = freshStore();
  const { store } = world;
  await store.journal.create(newRun({ class: 'background' }));
  await store.journal.create(newRun({ id: 'child', parent: 'run-1' }));
  await ask(world, 'child', 'q', BASIC);
  await store.requests.finish('q', answered(5, 5), 0);
  expect(await rows(world)).toMatchObject([{ root: 'run-1', run: 'child', background: true, model: 'Basic, no AI' }]);
});

test('writes no row for a request that was never sent, and a lower bound for one that broke off', async () => {
  const world = freshStore();
  const { store } = world;
  await store.journal.create(newRun());
  await ask(world, 'run-1', 'q');
  await store.database.requests.update('q', { state: 'open' });
  await store.requests.finish('q', { kind: 'aborted', partial: '' });
  expect(await rows(world)).toEqual([]);
  expect((await store.database.runs.get('run-1'))?.unpriced).toBe(0);
  await ask(world, 'run-1', 'p');
  await store.requests.finish('p', { kind: 'aborted', partial: 'x'.repeat(40) });
  expect(await rows(world)).toMatchObject([{ inputTokens: 50, outputTokens: 10 }]);
  expect((await rows(world))[0]?.usd).toBeUndefined();
  expect(await store.database.runs.get('run-1')).toMatchObject({ usd: 0, unpriced: 60, tokens: 60 });
});

test('asks nothing for a run that was paused or stopped since its step looked', async () => {
  const world = freshStore();
  const { store } = world;
  await store.journal.create(newRun());
  await store.journal.append('run-1', [{ kind: 'run-started' }, { kind: 'run-paused', by: 'user', reason: 'p' }]);
  await ask(world, 'run-1', 'q');
  await store.journal.append('run-1', [{ kind: 'run-resumed', reason: 'r' }, { kind: 'stop-requested' }]);
  await ask(world, 'run-1', 'p');
  expect(await store.requests.open()).toEqual([]);
});

test('reads the sums of a day without its rows, and makes them again where they are lost or of another day', async () => {
  const world = freshStore();
  const { store, time } = world;
  await store.journal.create(newRun());
  const spendOn = async (at: number, request: string) => {
    time.now = at;
    await ask(world, 'run-1', request);
    await store.requests.finish(request, answered(10, 0), 1);
  };
  const [monday, tuesday] = [new Date(2026, 10, 23, 12).getTime(), new Date(2026, 10, 24, 12).getTime()];
  await spendOn(monday, 'a');
  await spendOn(tuesday, 'b');
  await spendOn(tuesday, 'c');
  // The clock is set back.
  await spendOn(monday, 'd');
  const sum = async (at: number) => (await store.spend.on(dayOf(at))).agents.researcher?.usd;
  expect([await sum(monday), await sum(tuesday)]).toEqual([2, 2]);
  await store.database.spend.clear();
  expect([await sum(monday), await sum(tuesday)]).toEqual([2, undefined]);
});

test('counts what was spent elsewhere that day once it is imported', async () => {
  const [one, other] = [freshStore(), freshStore()];
  for (const [world, run] of [
    [one, 'run-1'],
    [other, 'run-2'],
  ] as const) {
    await world.store.journal.create(newRun({ id: run }));
    await ask(world, run, `q-${run}`);
    await world.store.requests.finish(`q-${run}`, answered(10, 0), 1);
  }
  await importAll(other.store.database, await exportAll(one.store.database), { trusted: true, now: 1_000 });
  expect((await other.store.spend.on(dayOf(1_000))).agents.researcher).toEqual({ usd: 2, unpriced: 0, tokens: 20 });
});

test('keeps limits and prices, and the defaults until others are set', async () => {
  const { store } = freshStore();
  expect(await store.spend.limits()).toEqual(DEFAULT_LIMITS);
  const limits = { ...DEFAULT_LIMITS, run: { usd: 3 }, agents: { researcher: { tokens: 9 } } };
  await store.spend.setLimits(limits);
  await store.spend.setPrice('m', { input: 1, output: 2 });
  await store.spend.setPrice('n', { input: 3, output: 4 });
  await store.spend.setPrice('m', undefined);
  expect(await store.spend.limits()).toEqual(limits);
  expect(await store.spend.prices()).toEqual({ n: { input: 3, output: 4 } });
});

const anyEnd = fc.oneof(
  fc.tuple(fc.nat(500), fc.nat(500)).map(([input, output]) => answered(input, output)),
  fc.nat(80).map((length): AskEnd => ({ kind: 'aborted', partial: 'x'.repeat(length) })),
  fc
    .constantFrom('cut' as const, 'unreachable' as const)
    .map((code): AskEnd => ({ kind: 'failed', problem: { code, message: 'm' }, partial: '' })),
);
const anyTurn = fc.record({
  ...{ run: fc.nat(6), end: anyEnd, usd: fc.option(fc.nat(9), { nil: undefined }), dies: fc.boolean() },
});

test('bills the root what the requests of its whole tree cost, over any tree and any ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
      fc.array(anyTurn, { maxLength: 15 }),
      async (parents, turns) => {
        const world = freshStore();
        const { store } = world;
        await store.journal.create(newRun({ id: 'r0' }));
        for (const [at, parent] of parents.entries())
          await store.journal.create(
            newRun({ id: `r${at + 1}`, agent: `a${at % 2}@1.0.0`, parent: `r${parent % (at + 1)}` }),
          );
        for (const [at, { run, end, usd, dies }] of turns.entries()) {
          await ask(world, `r${run}`, `q${at}`);
          if (dies) await store.journal.append(`r${run}`, [{ kind: 'run-ended', state: 'cancelled', reason: 's' }]);
          await store.requests.finish(`q${at}`, end, usd);
        }
        const spent = await rows(world);
        const tree = await store.journal.tree('r0');
        const tokens = (row: SpendRow) => row.inputTokens + row.outputTokens;
        const bill = billOf(tree);
        expect(bill.tokens).toBe(spent.reduce((sum, row) => sum + tokens(row), 0));
        expect(bill.usd).toBe(spent.reduce((sum, row) => sum + (row.usd ?? 0), 0));
        expect(bill.unpriced).toBe(spent.reduce((sum, row) => sum + (row.usd === undefined ? tokens(row) : 0), 0));
        const day = dayOf(1_000);
        expect(await store.spend.on(day)).toEqual(spent.reduce(addSpend, noSpend(day)));
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
