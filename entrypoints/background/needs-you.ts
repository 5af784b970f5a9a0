import { agentIdOf } from '#lib/core/agent-id.ts';
import type { Approval } from '#lib/core/approval.ts';
import { questionOf } from '#lib/core/question.ts';
import type { RunRow } from '#lib/core/run.ts';
import { siteName } from '#lib/core/site.ts';

const PANEL_CONTEXTS = ['SIDE_PANEL', 'TAB'];

/** Shows on the toolbar how many things need the person: approvals, and what runs that can't go on by themselves ask. */
export async function showBadge(approvals: readonly Approval[], runs: readonly RunRow[]): Promise<void> {
  const count = approvals.length + new Set(runs.flatMap((row) => questionOf(row) ?? [])).size;
  await chrome.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await chrome.action.setBadgeBackgroundColor({ color: '#b45309' });
}

/** A panel or a wide tab of Annex is open. */
export async function isPageOpen(): Promise<boolean> {
  const open = await chrome.runtime.getContexts({});
  return open.some((context) => PANEL_CONTEXTS.includes(context.contextType));
}

/** Notifies once of each approval while no panel is open. Review opens it; nothing can be allowed from a notification. */
export async function notify(approvals: readonly Approval[]): Promise<void> {
  if (await isPageOpen()) return;
  const { told = [] } = await chrome.storage.session.get<{ told?: string[] }>('told');
  const fresh = approvals.filter((one) => !told.includes(one.id));
  for (const one of fresh) {
    await chrome.notifications.create(one.id, {
      type: 'basic',
      iconUrl: chrome.runtime.getURL('/icon/128.png'),
      title: one.headline,
      message: `${agentIdOf(one.agent)} asks${one.site === 'annex' ? '' : ` on ${siteName(one.site)}`}.`,
      buttons: [{ title: 'Review' }],
    });
  }
  if (fresh.length > 0) await chrome.storage.session.set({ told: approvals.map((one) => one.id) });
}

/** Opens the approval that a notification is about. */
export function onReview(runOf: (approval: string) => Promise<string | undefined>): void {
  const review = (approval: string) => {
    runOf(approval)
      .then((run) => chrome.tabs.create({ url: chrome.runtime.getURL(`/home.html#/run/${run ?? ''}`) }))
      .then(() => chrome.notifications.clear(approval))
      .catch((error: unknown) => console.error('annex: review did not open', error));
  };
  chrome.notifications.onClicked.addListener(review);
  chrome.notifications.onButtonClicked.addListener(review);
}
