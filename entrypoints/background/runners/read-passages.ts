import * as z from 'zod/mini';
import type { ReadPassage } from '#lib/artifacts/citing.ts';
import { passage } from '#lib/core/page.ts';
import type { RunState } from '#lib/core/run.ts';

const read = z.object({ url: z.string(), title: z.string(), passages: z.array(passage) });
const artifactRead = z.object({
  artifact: z.string(),
  version: z.number(),
  title: z.string(),
  passages: z.array(passage),
});

/** Every passage that the run has read, by id: what its claims may cite. */
export function readPassages(state: RunState): Map<string, ReadPassage> {
  const passages = new Map<string, ReadPassage>();
  for (const { outcome, endedAt } of state.calls.values()) {
    if (outcome?.kind !== 'done') continue;
    const value = z.union([read, artifactRead]).safeParse(outcome.value).data;
    if (!value) continue;
    const url = 'url' in value ? value.url : `annex:artifact/${value.artifact}@${value.version}`;
    for (const { id, text } of value.passages)
      passages.set(id, { url, title: value.title, text, readAt: endedAt ?? 0 });
  }
  return passages;
}
