import { isJsonObject } from '#lib/core/json.ts';
import type { RunState } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import { runView } from '../strings/run-view.ts';
import { ArtifactRow } from './artifact-row.tsx';
import { RowList } from './row-list.tsx';
import { Section } from './section.tsx';

/** Ids of the artifacts that the run's own calls made. */
export function madeBy(state: Pick<RunState, 'calls'>): string[] {
  const ids = [...state.calls.values()].flatMap(({ call, outcome }) => {
    if (!/^(?:save|merge)_/.test(call.tool) || outcome?.kind !== 'done' || !isJsonObject(outcome.value)) return [];
    const id = outcome.value.artifact ?? outcome.value.id;
    return typeof id === 'string' ? [id] : [];
  });
  return [...new Set(ids)];
}

export function MadeHere({ state }: { state: RunState }) {
  const artifacts = useApp().world.artifacts.value ?? [];
  const made = new Set(madeBy(state));
  const here = artifacts.filter((one) => made.has(one.id));
  if (here.length === 0) return null;
  return (
    <Section title={runView.made}>
      <RowList label={runView.made}>
        {here.map((artifact) => (
          <ArtifactRow key={artifact.id} artifact={artifact} />
        ))}
      </RowList>
    </Section>
  );
}
