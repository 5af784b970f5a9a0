import type { RunState } from '#lib/core/run.ts';
import type { Names } from '#lib/core/tool.ts';

/** What the run's tools know by name: tabs from its inputs and the open ones, artifacts from its inputs and the library. */
export function namesOf(
  state: Pick<RunState, 'inputs'>,
  tabs: readonly { tab: number; title: string }[],
  artifacts: readonly { id: string; title: string }[],
  unknown: { tab: string; artifact: string },
): Names {
  const titles = new Map(tabs.map((one) => [one.tab, one.title]));
  const works = new Map(artifacts.map((one) => [one.id, one.title]));
  for (const input of state.inputs) {
    if (input.kind === 'tab' || input.kind === 'selection') titles.set(input.tab, input.title);
    if (input.kind === 'artifact') works.set(input.artifact, input.title);
  }
  return { tab: (id) => titles.get(id) || unknown.tab, artifact: (id) => works.get(id) || unknown.artifact };
}
