import { expect, test } from 'vitest';
import { createUpdate } from './update.ts';

function world() {
  const at = { open: false, reloads: 0 };
  const update = createUpdate({
    now: () => 1_000,
    isOpen: async () => at.open,
    reload: () => {
      at.reloads += 1;
    },
  });
  return { at, update };
}

test('comes when nothing is at work and no page is open, and not before', async () => {
  const { at, update } = world();
  await update.settled(0);
  expect([at.reloads, update.due()]).toEqual([0, undefined]);
  update.available();
  await update.settled(2);
  at.open = true;
  await update.settled(0);
  expect([at.reloads, update.due()]).toEqual([0, 301_000]);
  at.open = false;
  await update.settled(0);
  expect(at.reloads).toBe(1);
});
