import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runClass } from '#lib/core/event.ts';
import { type RunRow, runStatus } from '#lib/core/run.ts';
import { anyRow } from '#lib/core/run-row.test-support.ts';
import { type Caps, canGoOn, pickRuns } from './pick.ts';
import { urgencyOf } from './urgency.ts';

const NONE: ReadonlySet<string> = new Set();
const roomy: Caps = { global: 100, agent: 100, engine: (id) => ({ model: id, most: 100 }) };
const pick = (rows: readonly RunRow[], more: Partial<Parameters<typeof pickRuns>[0]> = {}) =>
  pickRuns({ rows, stepping: NONE, asking: NONE, caps: roomy, now: 0, ...more });

describe('order', () => {
  test('goes interactive, resumed, catch-up, background', () => {
    const rows = [
      anyRow({ id: 'background', class: 'background' }),
      anyRow({ id: 'catch-up', class: 'catch-up' }),
      anyRow({ id: 'resumed', class: 'background', resumed: true }),
      anyRow({ id: 'interactive' }),
    ];
    expect(pick(rows).next).toEqual(['interactive', 'resumed', 'catch-up', 'background']);
  });

  test('lets a raised background run go before an interactive one that was lowered', () => {
    const rows = [anyRow({ id: 'lowered', priority: -1 }), anyRow({ id: 'raised', class: 'background', priority: 1 })];
    expect(pick(rows).next).toEqual(['raised', 'lowered']);
  });

  test('does not let a resume lower a run', () => {
    expect(urgencyOf(anyRow({ id: 'a', resumed: true }), 0)).toBe(urgencyOf(anyRow({ id: 'b' }), 0));
  });

  test('lets a run from the future go soon after the clock was set back a year', () => {
    const year = 365 * 24 * 3600 * 1000;
    const rows = [anyRow({ id: 'now', updatedAt: 0 }), anyRow({ id: 'future', class: 'background', updatedAt: year })];
    expect(pick(rows, { now: 10 }).next).toEqual(['future', 'now']);
  });
});

test('takes what waits, is paused or has ended for nothing to do, unless it was stopped', () => {
  const able = runStatus.options.filter((status) => canGoOn(anyRow({ id: 'a', status })));
  const stopped = runStatus.options.filter((status) => canGoOn(anyRow({ id: 'a', status, stopping: true })));
  expect(able).toEqual(['queued', 'running']);
  expect(stopped).toEqual(['queued', 'running', 'waiting', 'paused']);
});

test('takes 200 runs queued at once a few at a time, and every one of them in the end', () => {
  let rows = Array.from({ length: 200 }, (_, index) =>
    anyRow({ id: `run-${index}`, status: 'queued', updatedAt: index }),
  );
  const order: string[] = [];
  while (rows.length > 0) {
    const { next, passedOver } = pick(rows, { caps: { ...roomy, global: 6 }, now: 1_000 });
    expect(next.length + passedOver.length).toBe(rows.length);
    expect(next.length).toBeLessThanOrEqual(6);
    order.push(...next);
    rows = rows.filter((row) => !next.includes(row.id));
  }
  expect(order).toEqual(Array.from({ length: 200 }, (_, index) => `run-${index}`));
});

const anyRuns = fc
  .array(
    fc.record({
      agent: fc.constantFrom('a@1.0.0', 'a@1.1.0', 'b@1.0.0'),
      engine: fc.constantFrom('one', 'two', 'three'),
      status: fc.constantFrom(...runStatus.options),
      class: fc.constantFrom(...runClass.options),
      priority: fc.constantFrom<RunRow['priority'][]>(-1, 0, 1),
      resumed: fc.boolean(),
      stopping: fc.boolean(),
      openCalls: fc.nat(2),
      updatedAt: fc.nat(100_000),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((facts, index) => anyRow({ id: `run-${index}`, ...facts })));
const anyCaps = fc.record({
  global: fc.integer({ min: 1, max: 6 }),
  agent: fc.integer({ min: 1, max: 4 }),
  most: fc.integer({ min: 1, max: 3 }),
});

/** Engines `one` and `two` are the same model. */
const capsOf = ({ global, agent, most }: { global: number; agent: number; most: number }): Caps => ({
  ...{ global, agent },
  engine: (id) => ({ model: id === 'three' ? 'b' : 'a', most }),
});

test('never exceeds a cap, never picks a run twice, and is fair to no order of the rows', () => {
  fc.assert(
    fc.property(anyRuns, anyCaps, fc.integer(), (rows, facts, seed) => {
      const caps = capsOf(facts);
      // Each wake begins with what the one before set going.
      const stepping = new Set<string>();
      for (let wake = 0; wake < 3; wake += 1) {
        const { next, passedOver } = pick(rows, { caps, stepping });
        const shuffled = rows.toSorted((a, b) => hash(a.id, seed) - hash(b.id, seed));
        expect(pick(shuffled, { caps, stepping })).toEqual({ next, passedOver });
        for (const id of next) expect(stepping.has(id)).toBe(false);
        for (const id of next) stepping.add(id);
        const held = rows.filter((row) => stepping.has(row.id) && !row.stopping);
        expect(held.length).toBeLessThanOrEqual(facts.global);
        for (const agent of ['a', 'b'])
          expect(held.filter((row) => row.agent.startsWith(agent)).length).toBeLessThanOrEqual(facts.agent);
        for (const engines of [['one', 'two'], ['three']]) {
          const asking = held.filter((row) => row.openCalls === 0 && engines.includes(row.engine));
          expect(asking.length).toBeLessThanOrEqual(facts.most);
        }
      }
    }),
  );
});

test('starves nobody: whatever comes in, a run that can go on is picked before long', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...runClass.options),
      fc.constantFrom<RunRow['priority'][]>(-1, 0, 1),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 60, maxLength: 60 }),
      (born, priority, arrivals) => {
        const mine = anyRow({ id: 'mine', class: born, priority, updatedAt: 0 });
        let others: RunRow[] = [];
        // Every ten seconds one place comes free and one to three raised, interactive runs come in.
        const wake = arrivals.findIndex((count, index) => {
          const now = index * 10_000;
          const fresh = Array.from({ length: count }, (_, n) => `${index}.${n}`);
          others.push(...fresh.map((id) => anyRow({ id, priority: 1, updatedAt: now })));
          const [first] = pick([mine, ...others], { caps: { ...roomy, global: 1 }, now }).next;
          others = others.filter((row) => row.id !== first);
          return first === 'mine';
        });
        expect(wake).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed);
}
