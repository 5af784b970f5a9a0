import type { HandedRef } from '#lib/core/delegation.ts';
import type { Input } from '#lib/core/input.ts';
import { isJsonObject } from '#lib/core/json.ts';
import { reading } from '#lib/core/page.ts';
import type { RunState } from '#lib/core/run.ts';
import { asUrl, normalUrl, urlsIn } from '../addresses.ts';
import { writtenIn } from '../written.ts';
import { knownArtifacts } from './known.ts';

export type HandedOn = { kind: 'fine'; inputs: Input[] } | { kind: 'unknown'; message: string };

/**
 * Turns references into inputs, each as the run itself came to know it: a tab that it was handed or opened, a selection that it
 * was handed, a link that stands in a page it read or that the person gave, an artifact of its own. `origin` is the root of the
 * tree, for what the person wrote.
 */
export function handOn(refs: readonly HandedRef[], state: RunState, origin?: RunState): HandedOn {
  const inputs: Input[] = [];
  for (const ref of refs) {
    const found = inputOf(ref, state, origin);
    if ('unknown' in found) return { kind: 'unknown', message: found.unknown };
    inputs.push(found.input);
  }
  return { kind: 'fine', inputs };
}

type FoundInput = { input: Input } | { unknown: string };

function inputOf(ref: HandedRef, state: RunState, origin: RunState | undefined): FoundInput {
  switch (ref.kind) {
    case 'tab': {
      const tabs = tabsOf(state);
      const tab = tabs.get(ref.tab);
      return tab
        ? { input: { kind: 'tab', tab: ref.tab, ...tab } }
        : { unknown: unknown(`tab ${ref.tab}`, [...tabs.keys()]) };
    }
    case 'selection': {
      const selections = state.inputs.filter((one) => one.kind === 'selection');
      const selection = selections[ref.index];
      if (selection) return { input: selection };
      return { unknown: unknown(`selection ${ref.index}`, [...selections.keys()]) };
    }
    case 'link': {
      const link = linkOf(ref.url, state, origin);
      if (link) return { input: link };
      return {
        unknown: `${ref.url} is no link that was handed over or that stands in a page of this run. Hand on a link as it stood, or open the page and hand on its tab.`,
      };
    }
    case 'artifact': {
      const known = knownArtifacts(state);
      const artifact = known.get(ref.artifact);
      if (!artifact) return { unknown: unknown(`artifact "${ref.artifact}"`, [...known.keys()]) };
      return { input: { kind: 'artifact', ...artifact, version: ref.version ?? artifact.version } };
    }
    default:
      return ref satisfies never;
  }
}

function unknown(what: string, there: readonly (string | number)[]): string {
  const known = there.length > 0 ? `There are: ${there.join(', ')}.` : 'There are none.';
  return `This run has no ${what}, so it can't hand it on. ${known}`;
}

/** Tabs that were handed over or opened, as they were seen last. */
function tabsOf(state: RunState): Map<number, { url: string; title: string }> {
  const tabs = new Map<number, { url: string; title: string }>();
  for (const one of state.inputs)
    if (one.kind === 'tab' || one.kind === 'selection') tabs.set(one.tab, { url: one.url, title: one.title });
  for (const { call, outcome } of state.calls.values()) {
    if (outcome?.kind !== 'done' || !isJsonObject(outcome.value)) continue;
    const { tab = call.args.tab, url, title } = outcome.value;
    if (typeof tab !== 'number' || typeof url !== 'string' || typeof title !== 'string') continue;
    if (call.tool === 'open_tab' || tabs.has(tab)) tabs.set(tab, { url, title });
  }
  return tabs;
}

function linkOf(url: string, state: RunState, origin: RunState | undefined): Input | undefined {
  const wanted = normalUrl(url);
  if (wanted === undefined) return undefined;
  const handed = state.inputs.find((one) => one.kind === 'link' && normalUrl(one.url) === wanted);
  if (handed) return handed;
  for (const { call, outcome } of state.calls.values()) {
    const read = call.tool === 'read' && outcome?.kind === 'done' ? reading.safeParse(outcome.value).data : undefined;
    const link = [...(read?.links ?? []), ...(read?.elsewhere ?? [])].find((one) => normalUrl(one.value) === wanted);
    if (read && link) return { kind: 'link', url: link.value, text: link.text, from: read.url };
  }
  const { texts, urls } = writtenIn(state, origin);
  const given = [...texts.flatMap(urlsIn), ...urls.flatMap(asUrl)].find((one) => one.normal === wanted);
  return given && { kind: 'link', url: wanted, text: '', from: '' };
}
