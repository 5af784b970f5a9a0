/** Waits about this long. A hidden tab's timers fire about once a second, so there it turns over messages instead. */
export async function pause(ms: number): Promise<void> {
  if (document.visibilityState === 'visible') return new Promise((resolve) => setTimeout(resolve, ms));
  const until = Date.now() + ms;
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => (Date.now() < until ? port2.postMessage(0) : resolve());
    port2.postMessage(0);
  });
  port1.close();
}

export type Settling = { signal: AbortSignal; quietMs?: number; limitMs?: number };

/** Waits until nothing has changed in a document for 100 ms, 3 s at most. */
export async function settle(doc: Document, { signal, quietMs = 100, limitMs = 3000 }: Settling): Promise<void> {
  const start = Date.now();
  let last = start;
  const observer = new MutationObserver(() => {
    last = Date.now();
  });
  observer.observe(doc, { subtree: true, childList: true, attributes: true, characterData: true });
  while (!signal.aborted) {
    const now = Date.now();
    if (now - last >= quietMs || now - start >= limitMs) break;
    await pause(Math.min(quietMs - (now - last), 25));
  }
  observer.disconnect();
}
