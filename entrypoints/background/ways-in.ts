import type { AgentPackage } from '#lib/core/agent.ts';
import type { Input } from '#lib/core/input.ts';
import type { Handoff } from '#lib/core/ports.ts';
import { siteOf } from '#lib/core/site.ts';

type HandOver = (handoff: Pick<Handoff, 'agent' | 'task' | 'inputs'>) => Promise<void>;
const ROOT = 'annex-send-to';

/** The toolbar button opens the panel; the right click and the omnibox open it and hand something over. */
export function openWaysIn(agents: readonly AgentPackage[], handOver: HandOver): void {
  // Not `openPanelOnActionClick`: a click that reaches us lets Annex into that one tab until it goes elsewhere.
  chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: false }).catch(report);
  chrome.action.onClicked.addListener((tab) => openPanel(tab.windowId));
  chrome.runtime.onInstalled.addListener(() => createMenu(agents));
  chrome.contextMenus.onClicked.addListener((info, tab) => {
    if (tab) openPanel(tab.windowId);
    const agent = agents.find((one) => menuId(one) === info.menuItemId) ?? agents[0];
    if (agent) handOver({ agent: agent.id, task: '', inputs: clicked(info, tab) }).catch(report);
  });
  openOmnibox(agents, handOver);
}

function createMenu(agents: readonly AgentPackage[]): void {
  const contexts: [`${chrome.contextMenus.ContextType}`, ...`${chrome.contextMenus.ContextType}`[]] = [
    'page',
    'selection',
    'link',
    'image',
  ];
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({ id: ROOT, title: chrome.i18n.getMessage('sendTo'), contexts });
    for (const agent of agents)
      chrome.contextMenus.create({ id: menuId(agent), parentId: ROOT, title: agent.name, contexts });
  });
}

const menuId = (agent: AgentPackage) => `${ROOT}:${agent.id}`;
const report = (error: unknown) => console.error('annex: could not hand over', error);

// Called first and synchronously in each handler: Chrome wants the gesture.
function openPanel(windowId: number): void {
  chrome.sidePanel.open({ windowId }).catch((error: unknown) => console.error('annex: panel did not open', error));
}

/** What was clicked, as chips of the composer. A page that is no web page yields none. */
export function clicked(info: chrome.contextMenus.OnClickData, tab: chrome.tabs.Tab | undefined): Input[] {
  const from = info.pageUrl ?? tab?.url ?? '';
  const title = tab?.title ?? from;
  if (info.selectionText && tab?.id !== undefined) {
    return [{ kind: 'selection', text: info.selectionText, url: from, title, tab: tab.id }];
  }
  if (info.linkUrl) return siteOf(info.linkUrl) ? [{ kind: 'link', url: info.linkUrl, text: '', from }] : [];
  const page: Input[] = tab?.id !== undefined && siteOf(from) ? [{ kind: 'tab', tab: tab.id, url: from, title }] : [];
  // A picture alone is nothing to read: it goes with the page that shows it.
  if (info.mediaType === 'image' && info.srcUrl) return [{ kind: 'image', url: info.srcUrl, from }, ...page];
  return page;
}

function openOmnibox(agents: readonly AgentPackage[], handOver: HandOver): void {
  // Which window is typed in: asked while the person types, since the gesture does not outlast a question to Chrome.
  let window: number = chrome.windows.WINDOW_ID_NONE;
  chrome.omnibox.onInputStarted.addListener(() => {
    chrome.windows.getLastFocused().then((one) => {
      window = one.id ?? chrome.windows.WINDOW_ID_NONE;
    }, report);
  });
  chrome.omnibox.setDefaultSuggestion({ description: 'Ask Annex about this tab: <match>%s</match>' });
  chrome.omnibox.onInputEntered.addListener((task) => {
    if (window !== chrome.windows.WINDOW_ID_NONE) openPanel(window);
    const agent = agents[0];
    if (!agent) return;
    chrome.tabs
      .query({ active: true, windowId: window })
      .then(([tab]) =>
        handOver({
          agent: agent.id,
          task,
          inputs: tab?.url ? clicked({ pageUrl: tab.url } as chrome.contextMenus.OnClickData, tab) : [],
        }),
      )
      .catch(report);
  });
}
