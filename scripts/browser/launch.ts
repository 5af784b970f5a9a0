import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import * as z from 'zod/mini';
import { ensureBuilt, type Flavour } from '../build.ts';
import { ROOT } from '../command.ts';

export type LaunchOptions = {
  flavour: Flavour;
  headed?: boolean;
  /** Folder of the browser's profile, kept; without it a new one that is deleted at the end. */
  profile?: string;
  args?: readonly string[];
  /** An X display to show it on, as in ":107". */
  display?: string;
  /** For a person at a desktop: the browser's own sandbox stays on, and no bar says that it is driven. */
  forPerson?: boolean;
};

/** A Chromium with Annex in it. `cdp` speaks to the browser as a whole. */
export type Launched = {
  context: BrowserContext;
  cdp: CDPSession;
  extensionId: string;
  profile: string;
  close: () => Promise<void>;
};

const QUIET = [
  ...['--no-first-run', '--no-default-browser-check', '--disable-quic', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--enable-unsafe-extension-debugging'],
];
const isRoot = process.getuid?.() === 0;

/** Starts a Chromium, builds the flavour where its sources are newer, and loads it. Throws with a sentence when there is no browser. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const built = await ensureBuilt(options.flavour);
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'annex-')));
  // Loaded from a copy, so that a build does not pull the files from under a running browser. Inside the profile: an
  // unpacked extension's id, and with it its data, hangs on its path.
  const extension = join(profile, 'annex-extension');
  await rm(extension, { recursive: true, force: true });
  await cp(built, extension, { recursive: true });
  const forget = options.profile ? async () => {} : () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: false,
    ...(options.display !== undefined && { env: { ...environment(), DISPLAY: options.display } }),
    viewport: options.headed ? null : { width: 1280, height: 900 },
    chromiumSandbox: Boolean(options.forPerson) && !isRoot,
    // Branded Chrome takes no --load-extension, so the extension comes in through the debugger, in every browser alike.
    ignoreDefaultArgs: ['--disable-extensions', ...(options.forPerson ? ['--enable-automation'] : [])],
    args: [...(options.headed ? [] : ['--headless=new']), ...QUIET, ...(options.args ?? [])],
  });
  const close = async () => {
    await context.close();
    await forget();
  };
  try {
    const cdp = await browserSession(context);
    return { context, cdp, profile, close, extensionId: await loadUnpacked(cdp, extension) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser went away as soon as it was there.');
  return browser.newBrowserCDPSession();
}

const loaded = z.object({ id: z.string() });

async function loadUnpacked(cdp: CDPSession, path: string): Promise<string> {
  return loaded.parse(await cdp.send('Extensions.loadUnpacked', { path })).id;
}

const record = z.object({ executablePath: z.string() });

/** The browser that the set-up found. */
function browserPath(): string {
  const file = join(ROOT, '.cache', 'browser.json');
  const path =
    process.env.ANNEX_CHROMIUM ??
    (existsSync(file) && record.parse(JSON.parse(readFileSync(file, 'utf8'))).executablePath);
  if (!path)
    throw new Error('No browser is known yet. Run this through npm (npm test, npm run annex), which finds one.');
  return path;
}

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
