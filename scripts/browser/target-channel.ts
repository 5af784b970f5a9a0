import type { CDPSession } from 'playwright-core';
import * as z from 'zod/mini';

/** A conversation with one target of the browser that Playwright does not show. */
export type TargetChannel = {
  /** Sends one command of the debugger's protocol; throws with the protocol's message when it is refused. */
  send: (method: string, params?: object) => Promise<unknown>;
  close: () => Promise<void>;
};

const reply = z.object({
  id: z.optional(z.number()),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});
type Waiting = { done: (result: unknown) => void; fail: (error: Error) => void };

/** Attaches to a target. Its messages travel inside those of the browser's own session, because Playwright's sessions know no other way in. */
export async function openChannel(cdp: CDPSession, targetId: string): Promise<TargetChannel> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, Waiting>();
  let last = 0;

  const receive = (event: { sessionId: string; message: string }) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = reply.parse(JSON.parse(event.message));
    const one = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !one) return;
    waiting.delete(id);
    if (error) one.fail(new Error(error.message));
    else one.done(result);
  };
  const detached = (event: { sessionId: string }) => {
    if (event.sessionId !== sessionId) return;
    for (const one of waiting.values()) one.fail(new Error('The target is gone.'));
    waiting.clear();
  };
  cdp.on('Target.receivedMessageFromTarget', receive);
  cdp.on('Target.detachedFromTarget', detached);

  return {
    send: (method, params = {}) =>
      new Promise((done, fail) => {
        const id = ++last;
        waiting.set(id, { done, fail });
        cdp
          .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
          .catch(fail);
      }),
    close: async () => {
      cdp.off('Target.receivedMessageFromTarget', receive);
      cdp.off('Target.detachedFromTarget', detached);
      await cdp.send('Target.closeTarget', { targetId });
    },
  };
}
