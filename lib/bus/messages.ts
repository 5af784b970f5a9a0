import { defineExtensionMessaging } from '@webext-core/messaging';
import { isFromAnnex } from './sender.ts';

/**
 * What contexts of Annex say to each other. Messages carry no requests, only the news that a row in the database is
 * waiting: one that gets lost costs a wait for the next alarm, never work.
 */
type Protocol = {
  /** To the service worker: look at the database; at this run first, whose engine has answered. */
  knock: (answered?: string) => void;
  /** To the engine host: open requests are waiting. Answers that it heard. */
  think: () => boolean;
  /** To the engine host: stop these requests. */
  abort: (requests: string[]) => void;
};

const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
export type MessageKind = keyof Protocol;
const KINDS: ReadonlySet<string> = new Set<MessageKind>(['knock', 'think', 'abort']);

/** Wakes the service worker. Never throws: the alarm wakes it too. */
export async function knock(answered?: string): Promise<void> {
  await sendMessage('knock', answered).catch(() => undefined);
}

/** Tells the engine host of open requests; false when nobody heard. */
export async function tellHost(): Promise<boolean> {
  return (await sendMessage('think').catch(() => false)) === true;
}

export async function tellAbort(requests: string[]): Promise<void> {
  await sendMessage('abort', requests).catch(() => undefined);
}

export const onKnock = (heard: (answered?: string) => void) =>
  onMessage('knock', ({ sender, data }) => {
    if (isFromAnnex(sender)) heard(typeof data === 'string' ? data : undefined);
  });
export const onThink = (heard: () => void) =>
  onMessage('think', ({ sender }) => {
    if (!isFromAnnex(sender)) return false;
    heard();
    return true;
  });
export const onAbort = (heard: (requests: string[]) => void) =>
  onMessage('abort', ({ sender, data }) => {
    if (isFromAnnex(sender) && Array.isArray(data)) heard(data.filter((one) => typeof one === 'string'));
  });

/** Tells of messages that nobody of ours sent, or of no known kind, with where they came from. They get no answer. */
export function watchForeign(refused: (from: string) => void): void {
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (!isFromAnnex(sender) || !isKnown(message)) refused(nameOf(sender));
    return false;
  });
  chrome.runtime.onMessageExternal.addListener((_, sender) => {
    refused(nameOf(sender));
    return false;
  });
  for (const event of [chrome.runtime.onConnect, chrome.runtime.onConnectExternal])
    event.addListener((port) => {
      refused(port.sender ? nameOf(port.sender) : '');
      port.disconnect();
    });
}

function isKnown(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && KINDS.has(String(message.type));
}

/** The site or extension that a message came from: its address may hold what is nobody's business. */
function nameOf({ id, origin, url }: chrome.runtime.MessageSender): string {
  if (id !== chrome.runtime.id) return `extension ${id ?? ''}`.trim();
  return origin ?? (url && URL.canParse(url) ? new URL(url).origin : '');
}
