import '#lib/core/zod-setup.ts';
import { existsSync } from 'node:fs';
import { atDesktop } from './start/at-desktop.ts';
import { openDemo } from './start/open-demo.ts';
import { withoutDisplay } from './start/without-display.ts';

/** Linux without X or Wayland has none; macOS and Windows always do. */
function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux') return true;
  return Boolean(DISPLAY || (WAYLAND_DISPLAY && existsSync(process.env.XDG_RUNTIME_DIR ?? '')));
}

const demo = await openDemo();
try {
  process.exitCode = hasDisplay() ? await atDesktop(demo) : await withoutDisplay(demo);
} finally {
  await demo.close();
}
