import { knownArtifacts } from '#lib/broker/delegation/known.ts';
import type { Outcome } from '#lib/core/call.ts';
import type { RunState } from '#lib/core/run.ts';
import { failed } from '../runner.ts';

/** A run works with what it was handed, what it made and what came back to it; anything else is not there for it. */
export function noSuchArtifact(id: string, state: RunState): Outcome {
  const known = [...knownArtifacts(state).values()].map((one) => `${one.artifact} ("${one.title}")`);
  const there = known.length > 0 ? `There are: ${known.join(', ')}.` : 'There are none.';
  return failed(`No artifact "${id}" was handed over or made in this run. ${there}`);
}
