import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Presses a button with the mouse once it has stood still, as a person does. Playwright's own click may scroll right before it presses,
 * and an answer does not count that was pressed on what has just moved.
 */
export async function pressStill(button: Locator, { times = 1 }: { times?: 1 | 2 } = {}): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  await expect.poll(() => button.getAttribute('aria-disabled'), { timeout: 15_000 }).not.toBe('true');
  const box = await button.boundingBox();
  if (!box) throw new Error('The button is not drawn.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { mouse } = button.page();
  await (times === 2 ? mouse.dblclick(x, y) : mouse.click(x, y));
}
