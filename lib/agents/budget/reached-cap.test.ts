import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Budget, DEFAULT_LIMITS, type Limits } from '#lib/core/budget.ts';
import { addSpend, noSpend } from '#lib/core/day-totals.ts';
import type { RunRow } from '#lib/core/run.ts';
import { anyRow } from '#lib/core/run-row.test-support.ts';
import { type Asking, isDayCapLifted, reachedCap } from './reached-cap.ts';

const NO_LIMITS: Limits = { run: {}, agentDay: {}, agents: {}, backgroundDay: {} };
const DAY = '2026-11-26';
const spent = (usd: number, background = false) =>
  addSpend(noSpend(DAY), {
    ...{ request: 'q', root: 'r', run: 'r', agent: 'a', engine: 'e', model: 'm', day: DAY, at: 1, usd, background },
    ...{ inputTokens: 900, outputTokens: 100 },
  });
const asking = (row: Partial<RunRow>, more: Partial<Asking> = {}): Asking => ({
  ...{ tree: [anyRow({ id: 'r', ...row })], root: 'r', agent: 'a', free: false, now: 0 },
  ...{ today: noSpend(DAY), limits: NO_LIMITS, ...more },
});

test('knows no cap where none is set', () => {
  expect(reachedCap(asking({ usd: 1e6, tokens: 1e9, steps: 1e6 }))).toBeUndefined();
});

test.each<[string, Partial<RunRow>, object]>([
  ['money', { usd: 1.02, budget: { usd: 1 } }, { what: 'usd', cap: 1, spent: 1.02 }],
  ['tokens', { tokens: 100, budget: { tokens: 100 } }, { what: 'tokens', cap: 100, spent: 100 }],
  ['steps', { steps: 7, budget: { steps: 5 } }, { what: 'steps', cap: 5, spent: 7 }],
])('is reached by the %s of the tree', (_what, row, cap) => {
  expect(reachedCap(asking(row))).toEqual({ of: 'run', ...cap });
});

test('counts the minutes in which the root was at work, not those in which it waited or was paused', () => {
  const row = { startedAt: 0, restedMs: 30 * 60_000, updatedAt: 89 * 60_000, budget: { minutes: 60 } };
  expect(reachedCap(asking(row, { now: 89 * 60_000 }))).toBeUndefined();
  expect(reachedCap(asking(row, { now: 90 * 60_000 }))).toMatchObject({ what: 'minutes', spent: 60 });
  expect(reachedCap(asking({ ...row, restingSince: 80 * 60_000 }, { now: 1e12 }))).toBeUndefined();
});

test('counts the minutes of children while their parent waits, and those of many at once no more often than they went by', () => {
  const root = anyRow({ id: 'r', startedAt: 0, restingSince: 60_000, budget: { minutes: 20 } });
  const child = (id: string, from: number, until: number) =>
    anyRow({
      id,
      root: 'r',
      parent: 'r',
      startedAt: from * 60_000,
      endedAt: until * 60_000,
      updatedAt: until * 60_000,
    });
  const at = (tree: RunRow[], now: number) => reachedCap(asking({}, { tree: [root, ...tree], now: now * 60_000 }));
  expect(at([child('a', 1, 11)], 19)).toBeUndefined();
  expect(at([child('a', 1, 11), child('b', 11, 20)], 20)).toMatchObject({ what: 'minutes', spent: 20 });
  expect(at([child('a', 1, 11), child('b', 1, 11)], 12)).toBeUndefined();
  // A day later, what went on side by side still counts once.
  expect(at([child('a', 1, 19), child('b', 2, 19), child('c', 3, 18)], 1440)).toBeUndefined();
  expect(at([child('a', 1, 21), child('b', 2, 19)], 1440)).toMatchObject({ what: 'minutes', spent: 21 });
});

test('lets a fan-out of many small children reach the cap together', () => {
  const children = Array.from({ length: 20 }, (_, at) =>
    anyRow({ id: `c${at}`, root: 'r', parent: 'r', tokens: 8_700 }),
  );
  const tree = [anyRow({ id: 'r', budget: { tokens: 170_000 } }), ...children];
  expect(reachedCap(asking({}, { tree }))).toEqual({ of: 'run', what: 'tokens', cap: 170_000, spent: 174_000 });
  expect(reachedCap(asking({}, { tree: tree.slice(0, 20) }))).toBeUndefined();
});

test('does not stop six cents for the half million tokens of context that was sent again and again', () => {
  const row = { usd: 0.06, tokens: 500_000, steps: 40, budget: DEFAULT_LIMITS.run };
  expect(reachedCap(asking(row, { limits: DEFAULT_LIMITS, today: spent(0.06) }))).toBeUndefined();
});

test('lets what costs nothing go on when the money is gone, but not when the tokens are', () => {
  expect(reachedCap(asking({ usd: 2, budget: { usd: 1 } }, { free: true }))).toBeUndefined();
  expect(reachedCap(asking({ tokens: 2, budget: { usd: 1, tokens: 1 } }, { free: true }))).toMatchObject({
    what: 'tokens',
  });
});

test('knows the cap of an agent per day, and one of its own in place of it', () => {
  const limits = { ...NO_LIMITS, agentDay: { usd: 5 } };
  expect(reachedCap(asking({}, { limits, today: spent(5) }))).toEqual({
    of: 'agent-day',
    what: 'usd',
    cap: 5,
    spent: 5,
  });
  expect(reachedCap(asking({}, { limits: { ...limits, agents: { a: { usd: 9 } } }, today: spent(5) }))).toBeUndefined();
  expect(reachedCap(asking({}, { limits, today: spent(5), agent: 'b' }))).toBeUndefined();
  expect(reachedCap(asking({}, { limits, today: spent(5), agent: 'constructor' }))).toBeUndefined();
});

test('holds up work in the background by its own cap, and what the person started not', () => {
  const limits = { ...NO_LIMITS, backgroundDay: { usd: 2 } };
  const today = spent(2, true);
  expect(reachedCap(asking({ class: 'background' }, { limits, today }))).toMatchObject({ of: 'background-day' });
  expect(reachedCap(asking({ class: 'catch-up' }, { limits, today }))).toMatchObject({ of: 'background-day' });
  expect(reachedCap(asking({ class: 'interactive' }, { limits, today }))).toBeUndefined();
});

test('lifts a cap per day when the day is another or the cap is raised', () => {
  const limits = { ...NO_LIMITS, agentDay: { usd: 5 } };
  const row = {
    agent: 'a@1.0.0',
    class: 'interactive' as const,
    cap: { of: 'agent-day', what: 'usd', cap: 5, spent: 5 } as const,
  };
  expect(isDayCapLifted(row, { limits, today: spent(5) })).toBe(false);
  expect(isDayCapLifted(row, { limits, today: noSpend('2026-11-27') })).toBe(true);
  expect(isDayCapLifted(row, { limits: NO_LIMITS, today: spent(5) })).toBe(true);
  expect(isDayCapLifted({ ...row, cap: { ...row.cap, of: 'run' } }, { limits, today: noSpend(DAY) })).toBe(false);
});

const amount = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });
const budget: fc.Arbitrary<Budget> = fc.record({ usd: amount, tokens: amount, steps: amount, minutes: amount });
const anyTree = fc
  .array(fc.record({ usd: fc.nat(20), tokens: fc.nat(20), steps: fc.nat(20), minutes: fc.nat(30) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) =>
    rows.map(({ minutes, ...row }, at) =>
      anyRow({ id: `r${at}`, root: 'r0', startedAt: 0, restedMs: 0, restingSince: minutes * 60_000, ...row }),
    ),
  );
/** A cap never gets lower by this: it grows or falls away. */
const raise = (caps: Budget, by: Budget): Budget =>
  Object.fromEntries(
    Object.entries(caps).flatMap(([name, cap]) => {
      const more = by[name as keyof Budget];
      return cap === undefined || more === undefined ? [] : [[name, cap + more]];
    }),
  );

test('is never reached because a cap was raised', () => {
  fc.assert(
    fc.property(anyTree, budget, budget, budget, budget, fc.boolean(), (tree, run, day, by, dayBy, free) => {
      const { usd, tokens } = { ...day };
      const check = (root: Budget, agentDay: Budget) => {
        const [first, ...rest] = tree;
        const limits = { run: {}, agentDay, agents: {}, backgroundDay: agentDay };
        const rows = first ? [{ ...first, class: 'background' as const, budget: root }, ...rest] : [];
        return reachedCap({ tree: rows, root: 'r0', agent: 'a', free, now: 1e9, limits, today: spent(13, true) });
      };
      const before = check(run, { usd, tokens });
      const after = check(raise(run, by), raise({ usd, tokens }, dayBy));
      expect(after === undefined || before !== undefined).toBe(true);
    }),
  );
});

test('is gone over by one request of each running branch at the most', () => {
  const turn = fc.record({ branch: fc.nat(4), tokens: fc.integer({ min: 1, max: 50 }), ends: fc.boolean() });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 80 }), fc.nat(200), (turns, cap) => {
      const tree = [0, 1, 2, 3, 4].map((at) => ({ ...anyRow({ id: `r${at}`, root: 'r0' }), budget: { tokens: cap } }));
      const underWay = new Map<number, number>();
      const last = new Map<number, number>();
      const end = (branch: number) => {
        const row = tree[branch];
        const tokens = underWay.get(branch);
        if (!row || tokens === undefined) return;
        tree[branch] = { ...row, tokens: row.tokens + tokens };
        last.set(branch, tokens);
        underWay.delete(branch);
      };
      for (const { branch, tokens, ends } of turns) {
        if (ends) end(branch);
        else if (!underWay.has(branch) && !reachedCap(asking({}, { tree, root: 'r0' }))) underWay.set(branch, tokens);
      }
      for (const branch of [...underWay.keys()]) end(branch);
      const total = tree.reduce((sum, row) => sum + row.tokens, 0);
      const over = [...last.values()].reduce((sum, tokens) => sum + tokens, 0);
      expect(total - over).toBeLessThan(Math.max(1, cap));
      if (cap === 0) expect(total).toBe(0);
    }),
  );
});
