import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHappening, anyJournal, CREATED, journalOf } from './any-journal.test-support.ts';
import type { Happening } from './event.ts';
import { applyEvent, foldJournal } from './reduce.ts';
import { isEnded, openCalls } from './run.ts';
import { rowOf } from './run-row.ts';

test('folding step by step tells the same as folding at once', () => {
  fc.assert(
    fc.property(anyJournal, fc.nat(), (events, at) => {
      const cut = 1 + (at % events.length);
      const state = events.slice(cut).reduce(applyEvent, foldJournal(events.slice(0, cut)));
      expect(state).toEqual(foldJournal(events));
    }),
  );
});

test('keeps an end as it is, whatever comes after, but for the bill of what was under way', () => {
  fc.assert(
    fc.property(anyJournal, anyJournal, (events, [, ...more]) => {
      const state = foldJournal(events);
      fc.pre(isEnded(state.status));
      const bill = { seq: 0, tokens: 0, usd: 0, unpriced: 0 };
      const before = { ...rowOf(structuredClone(state), 0, undefined), ...bill };
      expect({ ...rowOf(more.reduce(applyEvent, state), 0, undefined), ...bill }).toEqual(before);
    }),
  );
});

test('never takes an outcome back', () => {
  fc.assert(
    fc.property(anyJournal, anyHappening, (events, next) => {
      const state = foldJournal(events);
      const ended = [...state.calls.values()].filter((one) => one.outcome).map((one) => [one.call.id, one.outcome]);
      applyEvent(state, { run: 'r', seq: events.length, at: 0, happening: next });
      expect(ended.every(([id, was]) => state.calls.get(String(id))?.outcome === was)).toBe(true);
    }),
  );
});

test('has no reason to wait left when it runs', () => {
  fc.assert(
    fc.property(anyJournal, (events) => {
      const state = foldJournal(events);
      expect(state.waitingOn !== undefined).toBe(state.status === 'waiting');
      expect(state.pausedBy !== undefined).toBe(state.status === 'paused');
      expect(openCalls(state).every((one) => one.outcome === undefined)).toBe(true);
    }),
  );
});

test('a pause by the person outlasts what the step under way still wanted', () => {
  const kinds: Happening[] = [
    { kind: 'run-started' },
    { kind: 'run-paused', by: 'user', reason: 'You paused it.' },
    { kind: 'run-waiting', on: 'approval', reason: 'asks' },
    { kind: 'run-paused', by: 'model', reason: 'gone' },
  ];
  expect(foldJournal(journalOf([CREATED, ...kinds]))).toMatchObject({
    status: 'paused',
    pausedBy: 'user',
    reason: 'You paused it.',
  });
});
