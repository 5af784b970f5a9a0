import type { CDPSession } from 'playwright-core';
import * as z from 'zod/mini';
import { openChannel, type TargetChannel } from './target-channel.ts';
import { type PressOptions, panelTargets, pressToolbarButton } from './toolbar-button.ts';
import { until } from './until.ts';

/** The real side panel. Playwright does not list it as a page, so it is spoken to over the debugger's own protocol. */
export type SidePanel = {
  /** Runs a function in the panel with JSON arguments, and yields its JSON answer; promises are awaited. */
  evaluate: <T, Args extends readonly unknown[]>(run: (...args: Args) => T | Promise<T>, ...args: Args) => Promise<T>;
  /** Waits until the function yields something. */
  until: <T, Args extends readonly unknown[]>(
    what: string,
    run: (...args: Args) => T | undefined | false | null,
    ...args: Args
  ) => Promise<T>;
  /** Waits for what a CSS selector and a text (all of it, or its accessible name) pick out, and presses it with a real mouse. */
  click: (selector: string, text?: string) => Promise<void>;
  /** Types into what has the focus. */
  type: (text: string) => Promise<void>;
  /** A picture of the panel, as the bytes of a PNG. */
  screenshot: () => Promise<Buffer>;
  close: () => Promise<void>;
};

/** Opens the panel beside a page, and attaches to it. */
export async function openSidePanel(cdp: CDPSession, options: PressOptions): Promise<SidePanel> {
  return speakTo(await openChannel(cdp, await pressToolbarButton(cdp, options)));
}

/** Attaches to a panel that something else opened: a right click, a shortcut. */
export async function attachSidePanel(cdp: CDPSession, extensionId: string): Promise<SidePanel> {
  const target = await until('the side panel', async () => (await panelTargets(cdp, extensionId))[0]);
  return speakTo(await openChannel(cdp, target));
}

const evaluated = z.object({
  result: z.object({ value: z.optional(z.unknown()) }),
  exceptionDetails: z.optional(
    z.object({ text: z.string(), exception: z.optional(z.partial(z.object({ description: z.string() }))) }),
  ),
});
const picture = z.object({ data: z.string() });

function speakTo(channel: TargetChannel): SidePanel {
  async function evaluate<T, Args extends readonly unknown[]>(
    run: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    const expression = `(${run.toString()})(...${JSON.stringify(args)})`;
    const reply = await channel.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails: thrown } = evaluated.parse(reply);
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
    // What crossed as JSON is what the function returned: its own type says so.
    return result.value as T;
  }
  // A press goes to a place, not to an element: what still moves (a menu that grows, a list that loads) is waited for.
  async function whereItRests(selector: string, text: string | null): Promise<{ x: number; y: number }> {
    let last: Spot | undefined;
    const rests = async () => {
      const before = last;
      last = await evaluate(centreOf, selector, text);
      return 'x' in last && before && 'x' in before && last.x === before.x && last.y === before.y && last;
    };
    const name = text ?? selector;
    return await until(`${name} in the panel`, rests).catch(() => {
      throw new Error(`Waited for ${name} in the panel: ${last && 'not' in last ? last.not : 'it kept moving'}.`);
    });
  }
  const mouse = (type: string, at: { x: number; y: number }) =>
    channel.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });

  return {
    evaluate,
    until: (what, run, ...args) => until(what, () => evaluate(run, ...args)),
    click: async (selector, text) => {
      const at = await whereItRests(selector, text ?? null);
      await mouse('mousePressed', at);
      await mouse('mouseReleased', at);
    },
    type: async (text) => {
      await channel.send('Input.insertText', { text });
    },
    screenshot: async () =>
      Buffer.from(picture.parse(await channel.send('Page.captureScreenshot', { format: 'png' })).data, 'base64'),
    close: channel.close,
  };
}

type Spot = { x: number; y: number } | { not: string };

/** Runs in the panel: where to press, or why it can't be pressed. */
function centreOf(selector: string, text: string | null): Spot {
  const fits = (one: Element) => {
    const names = [one.getAttribute('aria-label'), one.getAttribute('title'), one.textContent];
    return text === null || names.some((name) => name?.replace(/\s+/g, ' ').trim() === text);
  };
  const element = [...document.querySelectorAll(selector)].find(fits);
  if (!element) return { not: 'it is not there' };
  if (element.matches(':disabled, [aria-disabled="true"]')) return { not: 'it is disabled' };
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { x: left + width / 2, y: top + height / 2 };
  const hit = document.elementFromPoint(at.x, at.y);
  if (width === 0 || !hit) return { not: 'it has no place on the screen' };
  return element.contains(hit) ? at : { not: `${hit.outerHTML.slice(0, 200)} covers it` };
}
