import { agentIdOf } from '#lib/core/agent-id.ts';
import { groupAlike, headlineFor } from '#lib/core/alike.ts';
import type { Approval } from '#lib/core/approval.ts';
import { questionOf } from '#lib/core/question.ts';
import type { RunRow } from '#lib/core/run.ts';
import { siteName } from '#lib/core/site.ts';

const PANEL_CONTEXTS = ['SIDE_PANEL', 'TAB'];

/** Shows on the toolbar how many things need the person: approvals, those that are answered as one once, and what runs that can't go on by themselves ask. */
export async function showBadge(approvals: readonly Approval[], runs: readonly RunRow[]): Promise<void> {
  const count = groupAlike(approvals).length + new Set(runs.flatMap((row) => questionOf(row) ?? [])).size;
  await chrome.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await chrome.action.setBadgeBackgroundColor({ color: '#b45309' });
}

/** A panel or a wide tab of Annex is open. */
export async function isPageOpen(): Promise<boolean> {
  const open = await chrome.runtime.getContexts({});
  return open.some((context) => PANEL_CONTEXTS.includes(context.contextType));
}

/**
 * Notifies once of approvals that are answered as one while no panel is open; more of them only change its words. Review opens
 * it; nothing can be allowed from a notification.
 */
export async function notify(approvals: readonly Approval[]): Promise<void> {
  if (await isPageOpen()) return;
  const { told = [] } = await chrome.storage.session.get<{ told?: string[] }>('told');
  for (const { approvals: alike } of groupAlike(approvals)) {
    const [first] = alike;
    if (!first || alike.every((one) => told.includes(one.id))) continue;
    const shown = alike.find((one) => told.includes(one.id));
    const title = headlineFor(alike);
    if (shown) await chrome.notifications.update(shown.id, { title });
    else await chrome.notifications.create(first.id, { ...notice(first), title });
  }
  if (approvals.some((one) => !told.includes(one.id)))
    await chrome.storage.session.set({ told: approvals.map((one) => one.id) });
}

const notice = ({ agent, site }: Approval) => ({
  type: 'basic' as const,
  iconUrl: chrome.runtime.getURL('/icon/128.png'),
  message: `${agentIdOf(agent)} asks${site === 'annex' ? '' : ` on ${siteName(site)}`}.`,
  buttons: [{ title: 'Review' }],
});

/** Where a notification leads: to the run that the person began, or to all questions where more than one waits. */
export function reviewHash(approval: Pick<Approval, 'root'> | undefined, open: readonly Approval[]): string {
  if (groupAlike(open).length > 1 || !approval) return '#/needs';
  return `#/run/${encodeURIComponent(approval.root)}`;
}

/** Opens what a notification is about. */
export function onReview(ports: {
  get: (approval: string) => Promise<Approval | undefined>;
  open: () => Promise<readonly Approval[]>;
}): void {
  const review = (id: string) => {
    Promise.all([ports.get(id), ports.open()])
      .then(([approval, open]) =>
        chrome.tabs.create({ url: chrome.runtime.getURL(`/home.html${reviewHash(approval, open)}`) }),
      )
      .then(() => chrome.notifications.clear(id))
      .catch((error: unknown) => console.error('annex: review did not open', error));
  };
  chrome.notifications.onClicked.addListener(review);
  chrome.notifications.onButtonClicked.addListener(review);
}
