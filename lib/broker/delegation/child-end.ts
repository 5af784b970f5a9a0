import { type ArtifactKind, type ArtifactRef, artifactRef } from '#lib/core/artifact.ts';
import type { Outcome } from '#lib/core/call.ts';
import { joinLabels, type Label } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { labelOfRead } from '../written.ts';

type Ended = { child: RunState; name: string; expect: readonly ArtifactKind[] };

/** What a run that work was handed to comes to for the one that handed it on; `undefined` while it lives. A success without what was wanted is none. */
export function outcomeOfChild({ child, name, expect }: Ended): Outcome | undefined {
  const label = labelOfChild(child);
  const reason = child.reason.trim() || 'It gave no reason.';
  switch (child.status) {
    case 'succeeded': {
      const artifacts = madeIn(child);
      const missing = expect.filter((kind) => !artifacts.some((one) => one.kind === kind));
      if (missing.length > 0)
        return { kind: 'failed', message: `${name} ended without a ${missing.join(' and a ')}. ${reason}`, label };
      const value = { run: child.id, agent: child.agent, reason, artifacts };
      return { kind: 'done', value, label, words: `${name}: ${reason}` };
    }
    case 'failed':
      return { kind: 'failed', message: `${name} failed: ${reason}`, label };
    case 'rejected':
      return { kind: 'denied', rule: 'rejected', message: `${name} was not allowed to do it: ${reason}`, label };
    case 'cancelled':
      return { kind: 'denied', rule: 'stopped', message: `${name} was stopped: ${reason} Go on without it.`, label };
    default:
      return undefined;
  }
}

/** The newest of each artifact that the run's own calls made. */
export function madeIn({ calls }: Pick<RunState, 'calls'>): ArtifactRef[] {
  const made = new Map<string, ArtifactRef>();
  for (const { outcome } of calls.values()) {
    const one = outcome?.kind === 'done' ? artifactRef.safeParse(outcome.value).data : undefined;
    if (one) made.set(one.artifact, one);
  }
  return [...made.values()];
}

const CHILD: Label = { sources: ['child'], trusted: true, readers: 'anyone' };

/** Of everything that a child was told, was shown and has read: its words may be made of any of it. */
function labelOfChild(child: RunState): Label {
  return joinLabels([CHILD, labelOfRead(child), ...[...child.asks.values()].map((one) => one.label)]);
}
