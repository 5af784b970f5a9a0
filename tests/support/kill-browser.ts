import { kill } from 'node:process';
import type { Launched } from '../../scripts/browser/launch.ts';

/** Ends the browser's own process at once, without letting it tidy up, and waits until it is gone. */
export async function killBrowser({ cdp, context }: Launched): Promise<void> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find((one) => one.type === 'browser');
  if (!browser) throw new Error('The browser does not say which process it is.');
  const gone = new Promise((done) => context.once('close', done));
  kill(browser.id, 'SIGKILL');
  await gone;
}
