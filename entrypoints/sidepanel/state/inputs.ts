import type { EngineConfig } from '#lib/core/engine.ts';
import type { Input } from '#lib/core/input.ts';
import { isReachable } from '#lib/core/match-pattern.ts';
import type { TabInfo } from '#lib/core/person.ts';
import { siteOf } from '#lib/core/site.ts';
import { withoutRepeats } from './access.ts';

export const tabInput = (tab: TabInfo): Input => ({ kind: 'tab', tab: tab.tab, url: tab.url, title: tab.title });

/** Two chips that hand over the same thing are one. */
export function inputKey(input: Input): string {
  switch (input.kind) {
    case 'tab':
      return `tab ${input.tab}`;
    case 'selection':
      return `selection ${input.tab} ${input.text}`;
    case 'link':
    case 'image':
      return `${input.kind} ${input.url}`;
    case 'artifact':
      return `artifact ${input.artifact}`;
  }
}

/** Sites that a task must reach in Chrome: of its pages, and of the server that answers. Selections and artifacts are here already. */
export function sitesNeeded(
  inputs: readonly Input[],
  engine: EngineConfig | undefined,
  granted: readonly string[],
): string[] {
  const urls = inputs.flatMap((one) => (one.kind === 'tab' || one.kind === 'link' ? [one.url] : []));
  if (engine?.kind === 'openai') urls.push(engine.baseUrl);
  const sites = urls.map(siteOf).filter((site) => site !== undefined);
  return withoutRepeats(sites.filter((site) => !isReachable(site, granted)));
}
