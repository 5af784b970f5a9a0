import type { BrowserContext, Page } from 'playwright-core';

/** Stops every service worker at once, as Chrome does with those that are idle or too long at work, and waits until they stand still. */
export async function killWorkers(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  try {
    // Any address of the extension's own will do; this one runs no code.
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    await stopWorkers(page);
  } finally {
    await page.close();
  }
}

/** Stops every service worker of the browser that a page of the extension belongs to. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const running = new Set<string>();
  const allStopped = new Promise<void>((done) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) {
        if (runningStatus === 'running') running.add(versionId);
        // The first report tells how things stand; only what was running then can stop.
        if (runningStatus === 'stopped' && running.delete(versionId) && running.size === 0) done();
      }
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  if (running.size > 0) await allStopped;
}
