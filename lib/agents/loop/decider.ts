import type { EngineConfig } from '#lib/core/engine.ts';
import type { Decide, Next } from '#lib/core/ports.ts';
import type { RunState } from '#lib/core/run.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { assembleChat } from '../context/chat.ts';
import { dueCalls } from './due-calls.ts';
import { repetitionAt } from './repetition.ts';
import { createTurnReader, repeatedMistakes, slotOf, type Turn, type Turns } from './turns.ts';

/** A mistake that is made again and again goes back with a sentence twice; the third time ends the run. */
const MOST_MISTAKES = 3;
const LONGEST_REASON = 500;

type World = { state: RunState; engine: EngineConfig; tools: ReadonlyMap<string, ToolSpec> };

/**
 * The decider of the free loop: a capable model chooses each call. Turns are slots `turn-1`, `turn-2`, …; their calls `t1.0`, `t1.1`, ….
 * It takes as many turns as the budget allows; a model that goes round in circles is told once, and then the run pauses.
 */
export function createLoopDecider({ tools }: { tools: ReadonlyMap<string, ToolSpec> }): Decide {
  const readTurns = createTurnReader(tools);
  return ({ state, agent, engine, onDeviceOnly }) => {
    const turns = readTurns(state, agent);
    const last = turns.back(0);
    if (last) {
      const calls = dueCalls(last, state);
      if (calls.length > 0) return { kind: 'calls', calls };
      const end = endAfter(last, turns, { state, engine, tools });
      if (end) return end;
    }
    const assembled = assembleChat({ agent, state, turns, tools, engine, onDeviceOnly });
    if (assembled.kind === 'blocked') return assembled;
    const { ask, ledger, label } = assembled;
    return { kind: 'ask', slot: slotOf(turns.last + 1), what: 'Deciding what to do next', ask, ledger, label };
  };
}

function endAfter(last: Turn, turns: Turns, { state, engine, tools }: World): Next | undefined {
  if (last.kind === 'spoke' && last.calls.length === 0) {
    return {
      kind: 'end',
      state: isRefused(state, tools) ? 'rejected' : 'succeeded',
      reason: last.text.trim().slice(0, LONGEST_REASON),
    };
  }
  if (repeatedMistakes(turns, { most: MOST_MISTAKES }) >= MOST_MISTAKES)
    return failed(`The model made the same mistake three times. ${sentenceOf(last)}`);
  const repetition = turns.isFresh(0) ? repetitionAt(turns, 0, state) : undefined;
  if (repetition?.kind !== 'going-on') return undefined;
  const what = repetition.round === 1 ? 'the same step' : `the same ${repetition.round} steps`;
  const reason = `${engine.name} took ${what} again and again with the same result, and went on after it was told. What it has so far is kept. Let it try again, or choose another model.`;
  return { kind: 'blocked', reason };
}

/** Whether the last thing that would have left something behind was not allowed, and nothing was done instead. */
function isRefused({ calls }: RunState, tools: ReadonlyMap<string, ToolSpec>): boolean {
  for (const { call, outcome } of calls.newestFirst())
    if (tools.get(call.tool)?.effect !== 'read') return outcome?.kind === 'denied';
  return false;
}

function sentenceOf(turn: Turn): string {
  if (turn.kind === 'unusable') return turn.sentence;
  return turn.calls
    .flatMap(({ read }) => (read.kind === 'mistaken' ? read.sentence : []))
    .join(' ')
    .slice(0, LONGEST_REASON);
}

const failed = (reason: string): Next => ({ kind: 'end', state: 'failed', reason });
