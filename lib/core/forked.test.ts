import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyJournal, CREATED, journalOf } from './any-journal.test-support.ts';
import type { Effect } from './call.ts';
import type { Happening } from './event.ts';
import { AGENT, siteLabel } from './label.ts';
import { applyEvent, foldJournal } from './reduce.ts';
import { isEnded, type RunState } from './run.ts';

const MAIL = 'https://mail.example';
const FORKED: Happening = { kind: 'run-forked', run: 'old', seq: 9 };
const requested: Happening = { kind: 'call-requested', call: { id: '1', tool: 'send', args: {}, labels: {} } };
const started: Happening = { kind: 'call-started', call: '1' };
const decided = (effect: Effect): Happening => ({
  ...{ kind: 'call-decided', call: '1', verdict: 'allow', rule: 'r', effect, site: MAIL },
  ...{ reasons: [], controls: [], words: '' },
});
const fork = (state: RunState) => applyEvent(state, { run: 'r', seq: state.seq, at: 1_000, happening: FORKED });
const afterFork = (...list: Happening[]) => foldJournal(journalOf([CREATED, { kind: 'run-started' }, ...list, FORKED]));

test('begins a root of its own, queued, with nothing spent and nothing under way', () => {
  fc.assert(
    fc.property(anyJournal, (events) => {
      const before = foldJournal(events.filter(({ happening }) => happening.kind !== 'run-ended'));
      const state = fork({
        ...before,
        parent: 'p',
        parentCall: 'c',
        schedule: { id: 's', time: 1 },
        depth: 2,
        root: 'p',
      });
      expect(state).toMatchObject({ status: 'queued', stopping: false, root: 'r', depth: 0, createdAt: 1_000 });
      expect(state).toMatchObject({
        forkOf: { run: 'old', seq: 9 },
        bill: { tokens: 0, steps: 0, usd: 0 },
        recoveries: 0,
      });
      for (const name of [
        'parent',
        'parentCall',
        'schedule',
        'retryOf',
        'continues',
        'asking',
        'startedAt',
        'pausedBy',
      ])
        expect(state).not.toHaveProperty(name);
      expect(state.taskLabel).toEqual(AGENT);
    }),
  );
});

test('keeps every outcome and every answer, and the order of all calls', () => {
  fc.assert(
    fc.property(anyJournal, (events) => {
      const before = foldJournal(events);
      fc.pre(!isEnded(before.status));
      const state = fork(before);
      expect([...state.calls.keys()]).toEqual([...before.calls.keys()]);
      for (const [id, one] of before.calls) if (one.outcome) expect(state.calls.get(id)).toBe(one);
      expect([...state.asks]).toEqual([...before.asks].filter(([, one]) => one.end));
      expect(state.open).toEqual([...state.calls].flatMap(([id, one]) => (one.outcome ? [] : [id])));
    }),
  );
});

test('asks anew for what had not begun, and takes over no decision and no answer about it', () => {
  const state = afterFork(
    requested,
    decided('send'),
    { kind: 'approval-requested', approval: 'a', call: '1' },
    { kind: 'approval-answered', approval: 'a', call: '1', answer: 'allow', scope: 'once' },
  );
  expect(state.open).toEqual(['1']);
  expect(Object.keys(state.calls.get('1') ?? {})).toEqual(['call', 'requestedAt']);
});

test.each<Effect>(['act', 'send'])('never repeats an %s that had begun: it may have happened', (effect) => {
  const state = afterFork(requested, decided(effect), started);
  expect(state.open).toEqual([]);
  expect(state.calls.get('1')?.outcome).toMatchObject({
    kind: 'uncertain',
    message: expect.stringContaining('forked'),
  });
  expect(state.reads).toEqual(siteLabel(MAIL));
});

test.each<Effect>(['read', 'draft'])('repeats a %s that had begun', (effect) => {
  expect(afterFork(requested, decided(effect), started).open).toEqual(['1']);
});
