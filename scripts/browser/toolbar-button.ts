import type { CDPSession, Page, Worker } from 'playwright-core';
import * as z from 'zod/mini';
import { until } from './until.ts';

export type PressOptions = { extensionId: string; beside: Page; worker: Worker };

const targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});

const targetsOf = async (cdp: CDPSession, filter?: { type: string }[]) =>
  targets.parse(await cdp.send('Target.getTargets', filter && { filter })).targetInfos;

/** Target ids of the side panels that are open. */
export async function panelTargets(cdp: CDPSession, extensionId: string): Promise<string[]> {
  const own = `chrome-extension://${extensionId}/sidepanel.html`;
  return (await targetsOf(cdp)).filter((one) => one.url.startsWith(own)).map((one) => one.targetId);
}

/** Presses Annex's toolbar button on the tab of a page, and yields the target id of the side panel that opens. */
export async function pressToolbarButton(cdp: CDPSession, { extensionId, beside, worker }: PressOptions) {
  await beside.bringToFront();
  const known = new Set(await panelTargets(cdp, extensionId));
  const tab = (await targetsOf(cdp, [{ type: 'tab' }])).find((one) => one.url === beside.url());
  if (!tab) throw new Error(`No tab shows ${beside.url()}.`);
  // Before the worker listens, a press does nothing.
  await until('the toolbar button to be ready', () => worker.evaluate(() => chrome.action.onClicked.hasListeners()));
  await cdp.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  return until('the side panel', async () => (await panelTargets(cdp, extensionId)).find((one) => !known.has(one)));
}
