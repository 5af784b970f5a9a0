import fc, { type GeneratorValue } from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { AgentPackage } from '#lib/core/agent.ts';
import { type AskEnd, ask, BASIC } from '#lib/core/engine.ts';
import { type Happening, ledgerItem, type RunEvent } from '#lib/core/event.ts';
import { label } from '#lib/core/label.ts';
import type { Next } from '#lib/core/ports.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import type { RunState } from '#lib/core/run.ts';
import { goesBeside } from '#lib/core/tool.ts';
import { anyChat, anyEnd, anyInputs, anyOutcome } from './any.test-support.ts';
import { anySteps } from './any-steps.test-support.ts';
import { createDecide } from './decide.ts';
import { builtIn } from './packages/index.ts';
import { agentWith } from './packages.test-support.ts';
import { answered, decideOn, LARGE, simulate, type World } from './simulate.test-support.ts';
import { testTools } from './tools.test-support.ts';

const decide = createDecide({ tools: testTools });
/** A failing case is told by its seed: drawing a whole run anew for each smaller one takes minutes. */
const FAST = { endOnFailure: true };
// Room for a busy machine; alone they take a second each.
vi.setConfig({ testTimeout: 60_000 });

/** A legal next step: well formed, of this package's tools, and nothing that has ended before. */
function expectLegal(next: Next, state: RunState, agent: AgentPackage): void {
  switch (next.kind) {
    case 'calls': {
      expect(next.calls.length).toBeGreaterThan(0);
      expect(new Set(next.calls.map((one) => one.id)).size).toBe(next.calls.length);
      for (const one of next.calls) {
        expect(agent.tools).toContain(one.tool);
        expect(testTools.get(one.tool)?.args.safeParse(one.args).success).toBe(true);
        expect(state.calls.get(one.id)?.outcome).toBeUndefined();
        const labelled = Object.keys(one.args).every((name) => one.labels[name] ?? one.labels['*']);
        expect(labelled).toBe(true);
      }
      // More than one at a time only where nothing is changed, or where others work on it.
      const specs = next.calls.flatMap((one) => testTools.get(one.tool) ?? []);
      expect(specs.length === 1 || specs.every(goesBeside)).toBe(true);
      return;
    }
    case 'ask':
      expect(next.slot).not.toBe('');
      ask.parse(next.ask);
      label.parse(next.label);
      for (const item of next.ledger) ledgerItem.parse(item);
      return;
    default:
      expect(next.reason.trim()).not.toBe('');
  }
}

/** Runs a world to its end, then asks again at every place in its journal: the answer is legal and the same each time. */
function expectSound(world: World): void {
  const { events, nexts, state } = simulate(world);
  const ids = nexts.flatMap((one) => (one.kind === 'calls' ? one.calls.map((call) => call.id) : []));
  expect(new Set(ids).size).toBe(ids.length);
  expect(state.calls.size).toBe(ids.length);
  for (const group of Map.groupBy(state.asks.values(), (one) => one.slot).values()) {
    const judged = group.filter(({ end }) => end?.kind === 'answered' || end?.kind === 'malformed');
    expect(judged.length).toBeLessThanOrEqual(4);
  }
  for (let length = 2; length <= events.length; length += 1 + Math.floor(events.length / 30)) {
    const prefix = events.slice(0, length);
    const next = decideOn(world, prefix);
    expectLegal(next, foldJournal(prefix), world.agent);
    expect(decideOn(world, prefix)).toEqual(next);
    const forked = forkOf(prefix);
    expectLegal(decideOn(world, forked), foldJournal(forked), world.agent);
  }
}

/** The journal of a fork from the end of another. */
function forkOf(events: readonly RunEvent[]): RunEvent[] {
  const forked: Happening = { kind: 'run-forked', run: 'run-1', seq: events.length - 1 };
  const copied = events
    .filter(({ happening }) => happening.kind !== 'run-ended')
    .map((event) => ({ ...event, run: 'f' }));
  return [...copied, { run: 'f', seq: copied.length, at: copied.length, happening: forked }];
}

/** Ends of asks drawn by the generator; at most three failures in a row, where a dispatcher would pause. */
function drawEnds(gen: GeneratorValue): NonNullable<World['answer']> {
  let failures = 0;
  return (next): AskEnd => {
    const end = gen(anyEnd, next);
    failures = end.kind === 'failed' || end.kind === 'aborted' ? failures + 1 : 0;
    return failures > 3 ? answered(null) : end;
  };
}
const drawn = (gen: GeneratorValue) => ({
  ...{ decide, inputs: gen(anyInputs), call: (call: Parameters<typeof anyOutcome>[0]) => gen(anyOutcome, call) },
  ...{ answer: drawEnds(gen), engine: gen(() => fc.constantFrom(BASIC, LARGE, { ...LARGE, contextTokens: 1500 })) },
});

test('packages go on soundly from every place in their journal, whatever engines and tools do', () => {
  fc.assert(
    fc.property(fc.gen(), fc.constantFrom(...builtIn), (gen, agent) => {
      expectSound({ ...drawn(gen), agent, playbook: agent.playbooks[0]?.id ?? '' });
    }),
    { numRuns: 100, ...FAST },
  );
});

test('any playbook goes on soundly, whatever engines and tools do', () => {
  fc.assert(
    fc.property(fc.gen(), anySteps, (gen, steps) => {
      expectSound({ ...drawn(gen), agent: agentWith(steps), playbook: 'test' });
    }),
    { numRuns: 300, ...FAST },
  );
});

test('the free loop goes on soundly, whatever models and tools do', () => {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const world = { ...drawn(gen), agent: agentWith([]), engine: LARGE };
      const other = world.answer;
      const answer: World['answer'] = (next, nth) =>
        gen(() => fc.integer({ min: 0, max: 9 })) < 8 ? answered(gen(anyChat)) : other(next, nth);
      expectSound({ ...world, answer });
    }),
    { numRuns: 40, ...FAST },
  );
});
