import type { Call, Outcome } from '#lib/core/call.ts';
import type { RunState } from '#lib/core/run.ts';
import { goesBeside } from '#lib/core/tool.ts';
import type { Turn, TurnCall } from './turns.ts';

/**
 * The calls of a turn that come next: reads and what is handed on side by side up to the first call that changes something, that one alone. After
 * a call that came to nothing only reads go on, because the model meant the rest to follow on it.
 */
export function dueCalls(turn: Turn, state: RunState): Call[] {
  if (turn.kind !== 'spoke') return [];
  const due: Call[] = [];
  for (const one of turn.calls) {
    if (one.read.kind === 'mistaken' || isHeldBack(one, turn.calls, state)) continue;
    if (outcomeOf(one, state)) continue;
    if (!goesBeside(one.read.spec)) return due.length > 0 ? due : [one.read.call];
    due.push(one.read.call);
  }
  return due;
}

/** Whether a call is not made because one before it in the same turn came to nothing. */
export function isHeldBack(one: TurnCall, calls: readonly TurnCall[], state: RunState): boolean {
  if (one.read.kind === 'mistaken' || one.read.spec.effect === 'read' || state.calls.has(one.id)) return false;
  return calls.slice(0, calls.indexOf(one)).some((before) => {
    if (before.read.kind === 'mistaken') return true;
    const outcome = outcomeOf(before, state);
    return outcome ? outcome.kind !== 'done' : isHeldBack(before, calls, state);
  });
}

export function outcomeOf({ id }: TurnCall, state: RunState): Outcome | undefined {
  return state.calls.get(id)?.outcome;
}
