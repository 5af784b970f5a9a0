import type { ArtifactKind, ArtifactVersion, Citation, Provenance } from '#lib/core/artifact.ts';
import type { Outcome } from '#lib/core/call.ts';
import { canonical } from '#lib/core/canonical.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import { AGENT, joinLabels, type Label } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import type { CallContext } from '#lib/core/tool.ts';
import type { AnnexPorts } from './work.ts';

type Made = {
  kind: ArtifactKind;
  title: string;
  content: Json;
  citations: ArtifactVersion['citations'];
  /** Of what went in beside the arguments. */
  labels?: readonly Label[];
  provenance?: Partial<Provenance>;
};

/** Stores what a call made, under the call's own key: a repeated call finds it again. */
export async function save({ state, call }: CallContext, ports: AnnexPorts, made: Made): Promise<ArtifactVersion> {
  const { kind, labels = [], provenance, ...content } = made;
  const hash = await ports.hash(canonical({ title: content.title, content: content.content }));
  const label = joinLabels([AGENT, ...Object.values(call.labels), ...labels]);
  return ports.artifacts.save(
    { ...content, hash, label, provenance: { ...provenanceOf(state), ...provenance } },
    kind,
    `${state.id}/${call.id}`,
  );
}

/** The end of a call that made an artifact. */
export function saved(version: ArtifactVersion, kind: ArtifactKind, words: string, more: JsonObject = {}): Outcome {
  const { artifact, version: number, title, label } = version;
  return { kind: 'done', value: { artifact, version: number, kind, title, ...more }, label, words };
}

/** Citations with the hash of their quote. */
export function hashed(citations: readonly Omit<Citation, 'hash'>[], { hash }: AnnexPorts): Promise<Citation[]> {
  return Promise.all(citations.map(async (one) => ({ ...one, hash: await hash(one.quote) })));
}

function provenanceOf(state: RunState): Provenance {
  const done = [...state.calls.values()].filter((one) => one.outcome?.kind === 'done');
  return {
    by: 'agent',
    run: state.id,
    agent: state.agent,
    engine: state.engine,
    calls: done.map((one) => one.call.id),
    approvals: done.flatMap((one) => (one.approval ? [one.approval] : [])),
    inputs: state.inputs.flatMap((input) =>
      input.kind === 'artifact' ? [{ artifact: input.artifact, version: input.version }] : [],
    ),
  };
}
