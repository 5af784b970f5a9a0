import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRow } from '#lib/core/run-row.test-support.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { createTabLeases, type TabUse, tabUseOf } from './tab-leases.ts';

test('lets readers share a tab, and an actor have it alone', () => {
  const tabs = createTabLeases();
  expect(tabs.take({ run: 'a', tab: 1, mode: 'read' })).toBeUndefined();
  expect(tabs.take({ run: 'b', tab: 1, mode: 'read' })).toBeUndefined();
  expect(tabs.take({ run: 'c', tab: 1, mode: 'act' })?.run).toBe('a');
  tabs.release('a');
  expect(tabs.take({ run: 'c', tab: 1, mode: 'act' })?.run).toBe('b');
  tabs.release('b');
  expect(tabs.take({ run: 'c', tab: 1, mode: 'act' })).toBeUndefined();
  expect(tabs.take({ run: 'a', tab: 1, mode: 'read' })?.run).toBe('c');
  expect(tabs.take({ run: 'a', tab: 2, mode: 'act' })).toBeUndefined();
});

test('keeps others off a tab that a run has acted on, until the run no longer holds it', () => {
  const tabs = createTabLeases();
  tabs.learn([anyRow({ id: 'a', title: 'Fill the form', tabs: [1] })]);
  expect(tabs.take({ run: 'b', tab: 1, mode: 'read' })?.run).toBe('a');
  expect(tabs.titleOf('a')).toBe('Fill the form');
  expect(tabs.isFree({ run: 'a', tab: 1, mode: 'act' })).toBe(true);
  tabs.learn([anyRow({ id: 'a', tabs: [] })]);
  expect(tabs.isFree({ run: 'b', tab: 1, mode: 'read' })).toBe(true);
});

test.each([
  ['read', 'read'],
  ['snapshot', 'read'],
  ['navigate', 'act'],
  ['click', 'act'],
  ['compose', 'act'],
] as const)('%s takes its tab to %s', (tool, mode) => {
  const call = { id: '1', tool, args: { tab: 3 }, labels: {} };
  expect(tabUseOf('a', call, catalogue.get(tool))).toEqual({ run: 'a', tab: 3, mode });
});

test('never has an actor beside anyone else on a tab, whatever comes', () => {
  const use = fc.record<TabUse>({
    run: fc.constantFrom('a', 'b', 'c'),
    tab: fc.constantFrom(1, 2),
    mode: fc.constantFrom('read', 'act'),
  });
  const move = fc.oneof(use, fc.constantFrom('a', 'b', 'c'));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const tabs = createTabLeases();
      let held: TabUse[] = [];
      for (const one of moves) {
        if (typeof one === 'string') {
          tabs.release(one);
          held = held.filter(({ run }) => run !== one);
        } else if (!tabs.take(one)) held.push(one);
        expect(held.flatMap((a) => held.filter((b) => clash(a, b)))).toEqual([]);
      }
    }),
  );
});

const clash = (a: TabUse, b: TabUse) => a.run !== b.run && a.tab === b.tab && (a.mode === 'act' || b.mode === 'act');
