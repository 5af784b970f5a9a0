import type { BrowserContext, Page, Worker } from 'playwright-core';
import { openDriver } from '../../scripts/annex/driver-page.ts';
import { type Launched, type LaunchOptions, launch } from '../../scripts/browser/launch.ts';
import { attachSidePanel, openSidePanel, type SidePanel } from '../../scripts/browser/side-panel.ts';
import { workerOf } from '../../scripts/browser/worker.ts';
import { collectErrors } from './errors.ts';
import { killBrowser } from './kill-browser.ts';
import { killWorkers } from './kill-worker.ts';

/** A browser with Annex in it, as the end-to-end tests use it. */
export type AnnexWorld = {
  context: BrowserContext;
  extensionId: string;
  launched: Launched;
  /** Console errors and uncaught exceptions of Annex's own pages and worker, as they come. */
  errors: readonly string[];
  /** The service worker that lives now; starts it when it sleeps. */
  worker: () => Promise<Worker>;
  /** The app in a wide tab. */
  home: (hash?: string) => Promise<Page>;
  /** The panel's page in a tab, 360 px wide: the same app without Chrome's frame. */
  panelInTab: (hash?: string) => Promise<Page>;
  /** The page of the driver's flavour; `globalThis.annex` is there. */
  person: () => Promise<Page>;
  /** The real side panel beside a page. */
  openSidePanel: (beside: Page) => Promise<SidePanel>;
  /** The side panel that something else opened. */
  sidePanel: () => Promise<SidePanel>;
  /** Kills every service worker, as Chrome does with idle ones. */
  killWorker: () => Promise<void>;
  /** SIGKILL, as a crash or a power cut would; the profile stays. */
  killBrowser: () => Promise<void>;
  close: () => Promise<void>;
};

export async function launchAnnex(options: LaunchOptions = { flavour: 'driver' }): Promise<AnnexWorld> {
  const launched = await launch(options);
  const { context, cdp, extensionId } = launched;
  const own = `chrome-extension://${extensionId}`;
  const errors = collectErrors(context, own);

  const open = async (path: string, viewport: { width: number; height: number }) => {
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    await page.goto(`${own}/${path}`);
    return page;
  };
  const home = (hash = '') => open(`home.html${hash}`, { width: 1280, height: 900 });
  const panelInTab = (hash = '') => open(`sidepanel.html${hash}`, { width: 360, height: 760 });

  const worker = () => workerOf(launched);

  return {
    ...{ context, extensionId, launched, errors, worker, home, panelInTab },
    person: () => openDriver(launched),
    openSidePanel: async (beside) => openSidePanel(cdp, { extensionId, beside, worker: await worker() }),
    sidePanel: () => attachSidePanel(cdp, extensionId),
    killWorker: () => killWorkers(context, extensionId),
    killBrowser: () => killBrowser(launched),
    close: launched.close,
  };
}
