type Sender = chrome.runtime.MessageSender;

/**
 * Whether a message is of Annex itself: the service worker, or a page of its own (panel, wide tab, engine host) that is on show, whole.
 * Never a content script, which has the id but speaks for a web page, a frame in anything, or a document that Chrome has put away.
 */
export function isFromAnnex({ id, url, origin, frameId, documentLifecycle }: Sender): boolean {
  const root = chrome.runtime.getURL('/');
  const isOwn = id === chrome.runtime.id && (url ?? '').startsWith(root) && `${origin ?? root.slice(0, -1)}/` === root;
  return isOwn && (frameId ?? 0) === 0 && (documentLifecycle ?? 'active') === 'active';
}
