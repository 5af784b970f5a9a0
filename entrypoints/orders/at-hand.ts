import type { Input } from '#lib/core/input.ts';
import { isSamePage } from '#lib/core/site.ts';

export type TabPorts = {
  getTab: (id: number) => Promise<{ url: string } | undefined>;
  findTab: (fits: (url: string) => boolean) => Promise<number | undefined>;
};

/**
 * The pages of an old order as they are at hand now: in their tab, else in another that shows them, else as links to be opened again.
 * Numbers of tabs mean nothing after a restart, and may be those of other pages by then.
 */
export function atHand(inputs: readonly Input[], tabs: TabPorts): Promise<Input[]> {
  return Promise.all(inputs.map((one) => (one.kind === 'tab' ? pageAtHand(one, tabs) : one)));
}

async function pageAtHand(input: Extract<Input, { kind: 'tab' }>, { getTab, findTab }: TabPorts): Promise<Input> {
  const { url, title } = input;
  const there = await getTab(input.tab);
  if (there && isSamePage(there.url, url)) return input;
  const tab = await findTab((other) => isSamePage(other, url));
  return tab === undefined ? { kind: 'link', url, text: title, from: url } : { ...input, tab };
}
