import type { Outcome } from '#lib/core/call.ts';
import type { RunState } from '#lib/core/run.ts';
import { isSameJson } from '#lib/core/same-json.ts';
import { outcomeOf } from './due-calls.ts';
import type { Turn, TurnCall } from './turns.ts';

/** Whether two turns did the same and the same came of it. */
export function isSameTurn(a: Turn, b: Turn, state: RunState): boolean {
  if (a.kind === 'unusable' || b.kind === 'unusable')
    return a.kind === 'unusable' && b.kind === 'unusable' && a.sentence === b.sentence;
  return (
    a.calls.length === b.calls.length &&
    a.calls.every((one, index) => {
      const other = b.calls[index];
      return (
        other !== undefined && isSameCall(one, other) && isSameOutcome(outcomeOf(one, state), outcomeOf(other, state))
      );
    })
  );
}

function isSameCall({ read: a, written }: TurnCall, { read: b, written: other }: TurnCall): boolean {
  if (a.kind === 'mistaken' || b.kind === 'mistaken')
    return a.kind === b.kind && written.tool === other.tool && written.arguments === other.arguments;
  return a.call.tool === b.call.tool && isSameJson(a.call.args, b.call.args);
}

/** Ids that are new each time a call is made, and say nothing of whether it brought anything new. */
const GIVEN_ANEW: ReadonlySet<string> = new Set(['tab', 'artifact', 'version']);
/** `s3p4`: the passage is the same, the source has a new number each time it is read. */
const CITED = /^s\d+(?=[pl]\d+$)/;
const sameText = (a: string, b: string) => CITED.test(a) && a.replace(CITED, '') === b.replace(CITED, '');

function isSameOutcome(a: Outcome | undefined, b: Outcome | undefined): boolean {
  if (!a || !b || a.kind !== b.kind) return !a && !b;
  if (a.kind === 'done') return b.kind === 'done' && isSameJson(a.value, b.value, { ignore: GIVEN_ANEW, sameText });
  return b.kind !== 'done' && a.message === b.message;
}
