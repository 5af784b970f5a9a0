import { isJsonObject } from '#lib/core/json.ts';
import type { RunState } from '#lib/core/run.ts';
import type { Names } from '#lib/core/tool.ts';
import { knownArtifacts } from './delegation/known.ts';

/** How a run's words name things: by the titles of what the person handed over and of what the run has seen or made. */
export function namesIn(state: RunState, seen?: { tab: unknown; title: string }): Names {
  const tabs = new Map<number, string>();
  const artifacts = new Map<string, string>();
  for (const input of state.inputs)
    if (input.kind === 'tab' || input.kind === 'selection') tabs.set(input.tab, input.title);
  for (const { artifact, title } of knownArtifacts(state).values()) artifacts.set(artifact, title);
  for (const { call, outcome } of state.calls.values()) {
    if (outcome?.kind !== 'done' || !isJsonObject(outcome.value)) continue;
    const { tab = call.args.tab, title = call.args.title } = outcome.value;
    if (typeof title !== 'string' || title === '') continue;
    if (typeof tab === 'number') tabs.set(tab, title);
  }
  if (typeof seen?.tab === 'number' && seen.title) tabs.set(seen.tab, seen.title);
  return { tab: (id) => tabs.get(id) ?? 'a page', artifact: (id) => artifacts.get(id) ?? 'an artifact' };
}
