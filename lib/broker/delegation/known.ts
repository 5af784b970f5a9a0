import * as z from 'zod/mini';
import { artifactRef } from '#lib/core/artifact.ts';
import { isJsonObject } from '#lib/core/json.ts';
import type { RunState } from '#lib/core/run.ts';

type KnownArtifact = { artifact: string; version: number; title: string };
const made = z.omit(artifactRef, { kind: true });
const brought = z.object({ artifacts: z.array(made) });

/** The artifacts that a run may work with, by id: those it was handed, those it made or read, and those that came back from the runs it handed work to. */
export function knownArtifacts(state: Pick<RunState, 'inputs' | 'calls'>): Map<string, KnownArtifact> {
  const known = new Map<string, KnownArtifact>();
  const add = ({ artifact, version, title }: KnownArtifact) => known.set(artifact, { artifact, version, title });
  for (const input of state.inputs) if (input.kind === 'artifact') add(input);
  for (const { outcome } of state.calls.values()) {
    if (outcome?.kind !== 'done' || !isJsonObject(outcome.value)) continue;
    const own = made.safeParse(outcome.value).data;
    if (own) add(own);
    for (const one of brought.safeParse(outcome.value).data?.artifacts ?? []) add(one);
  }
  return known;
}
