import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { build } from 'vite';
import type { JsonObject } from '#lib/core/json.ts';
import type { PageLook, PageReply } from '#lib/core/page-protocol.ts';

/** One page in Chromium with the content script in its isolated world, spoken to as the worker speaks to it. */
export type BenchPage = {
  page: Page;
  tool: (tool: string, args?: JsonObject) => Promise<PageReply>;
  look: (tool: string, args?: JsonObject) => Promise<PageLook>;
  /** Any message, also one that is not of the protocol. */
  tell: (message: unknown) => Promise<unknown>;
  inject: () => Promise<void>;
};

export type Bench = {
  /** Serves a body, or a whole document where it starts with a doctype, and opens it in place of the page before. */
  open: (html: string, options?: { headers?: Record<string, string> }) => Promise<BenchPage>;
  /** Opens a page that is served elsewhere. */
  visit: (url: string) => Promise<BenchPage>;
  close: () => Promise<void>;
};

const MANIFEST = {
  manifest_version: 3,
  name: 'page bench',
  version: '1',
  permissions: ['scripting', 'tabs'],
  host_permissions: ['http://*/*'],
  background: { service_worker: 'worker.js' },
};

/** A bare extension around the built content script: the real `chrome.runtime`, the real isolated world, nothing else of Annex. */
export async function createBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'annex-bench-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'worker.js'), '');
  await bundle(folder);
  const pages = await servePages();
  const context = await launch(folder);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const visit = async (url: string): Promise<BenchPage> => {
    const page = await context.newPage();
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.goto(url);
    const tab = await worker.evaluate(async () => (await chrome.tabs.query({})).at(-1)?.id ?? -1);
    const bench = speakTo(worker, page, tab);
    await bench.inject();
    return bench;
  };
  return {
    open: (html, { headers = {} } = {}) => visit(pages.add(html, headers)),
    visit,
    close: async () => {
      await context.close();
      await pages.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bundle(folder: string): Promise<void> {
  const entry = join(import.meta.dirname, '../../entrypoints/content/install.ts');
  const out = join(folder, 'out');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: out,
      target: 'chrome120',
      lib: { entry, formats: ['iife'], name: 'annexContent', fileName: () => 'content.js' },
    },
  });
  await cp(join(out, 'content.js'), join(folder, 'content.js'));
  await writeFile(join(folder, 'start.js'), 'annexContent.install();');
}

function launch(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', {
    executablePath: process.env.ANNEX_CHROMIUM ?? '/usr/bin/chromium',
    headless: false,
    viewport: { width: 1000, height: 700 },
    args: [
      '--headless=new',
      '--no-sandbox',
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function servePages() {
  const served = new Map<string, { html: string; headers: Record<string, string> }>();
  const server = createServer((request, response) => {
    const found = served.get(request.url?.split('?')[0] ?? '');
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...found?.headers });
    response.end(found?.html ?? '<p>Nothing here.</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    add: (html: string, headers: Record<string, string>) => {
      const path = `/page-${served.size + 1}`;
      const whole = html.startsWith('<!doctype') ? html : `<!doctype html><title>Bench</title><body>${html}</body>`;
      served.set(path, { html: whole, headers });
      return `http://127.0.0.1:${port}${path}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function speakTo(worker: Worker, page: Page, tab: number): BenchPage {
  const tell = (message: unknown): Promise<unknown> =>
    worker.evaluate(({ id, said }) => chrome.tabs.sendMessage(id, JSON.parse(said), { frameId: 0 }), {
      id: tab,
      said: JSON.stringify(message),
    });
  const inject = async () => {
    const script = { target: { tabId: tab }, files: ['content.js', 'start.js'] };
    await worker.evaluate((injection) => chrome.scripting.executeScript(injection), script);
  };
  const request = (tool: string, args: JsonObject) => ({
    ...{ tool, run: 'run-1', args, limitMs: 20_000 },
    site: new URL(page.url()).origin,
  });
  return {
    page,
    tell,
    inject,
    tool: async (tool, args = {}) => (await tell({ annex: 'page', request: request(tool, args) })) as PageReply,
    look: async (tool, args = {}) => (await tell({ annex: 'look', request: request(tool, args) })) as PageLook,
  };
}
