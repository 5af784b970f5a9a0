import { expect } from 'vitest';
import type { Screen } from './xvfb.ts';

/** A place on the tab strip, which Chrome dims under its prompts. */
const STRIP = [700, 30] as const;
const PATIENCE = { timeout: 15_000 };

/**
 * Answers the prompt of Chrome that a deed brings up. Chrome takes no key for the first moments of one, against accidents. A key is
 * pressed again only when the one before was not taken: a second Tab would be on the other button, a second Return in the page.
 */
export async function answerPrompt(
  screen: Screen,
  deed: () => Promise<unknown>,
  answer: 'allow' | 'deny',
): Promise<void> {
  const bright = screen.colourAt(...STRIP);
  await deed();
  await expect.poll(() => screen.colourAt(...STRIP), PATIENCE).not.toBe(bright);
  const prompt = await screen.still();
  if (answer === 'allow') {
    await expect.poll(() => screen.answers('Tab', () => screen.look() !== prompt), PATIENCE).toBe(true);
    await screen.still();
  }
  const isClosed = () => screen.colourAt(...STRIP) === bright;
  await expect.poll(() => screen.answers('Return', isClosed), PATIENCE).toBe(true);
}
