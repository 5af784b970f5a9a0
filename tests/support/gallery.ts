import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import preact from '@preact/preset-vite';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

/** The policy of the extension's pages, as the manifest states it. */
const POLICY = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type GalleryPage = {
  page: Page;
  go: (scene: string) => Promise<void>;
  /** Page errors, console errors and requests that left, since they were last taken. */
  takeTroubles: () => string[];
  close: () => Promise<void>;
};

/** A window of the narrowest panel, or a wide tab; light, unless told. */
export type GalleryOptions = { wide?: boolean; dark?: boolean; viewport?: { width: number; height: number } };

export type Gallery = {
  open: (options?: GalleryOptions) => Promise<GalleryPage>;
  close: () => Promise<void>;
};

/** The built gallery in a real Chromium, under the extension's own content security policy. */
export async function createGallery(): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'annex-gallery-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '../../entrypoints/gallery'),
    plugins: [preact({ devToolsEnabled: false })],
    build: { target: 'chrome120', outDir: folder, emptyOutDir: true },
  });
  const server = await serve(folder);
  const browser = await chromium.launch({
    executablePath: process.env.ANNEX_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic'],
  });
  return {
    open: (options = {}) => openPage(browser, server.origin, options),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const WIDE = { width: 1200, height: 760 };
const NARROW = { width: 320, height: 640 };

async function openPage(browser: Browser, origin: string, options: GalleryOptions): Promise<GalleryPage> {
  const { wide = false, dark = false, viewport = wide ? WIDE : NARROW } = options;
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  let troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) troubles.push(request.url());
  });
  return {
    page,
    go: async (scene) => {
      await page.goto(`${origin}/?scene=${scene}${wide ? '&wide' : ''}`);
      await page.locator('main').waitFor();
    },
    takeTroubles: () => {
      const taken = troubles;
      troubles = [];
      return taken;
    },
    close: () => context.close(),
  };
}

async function serve(folder: string) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    const body = await readFile(join(folder, path === '/' ? 'index.html' : path)).catch(() => undefined);
    const type = TYPES[path === '/' ? '.html' : extname(path)] ?? 'text/plain';
    const found = body !== undefined || path === '/favicon.ico';
    response.writeHead(found ? 200 : 404, { 'content-type': type, 'content-security-policy': POLICY });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
