import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import type { Input } from '#lib/core/input.ts';
import type { Act } from '#lib/core/person.ts';
import type { RunOrder } from './args.ts';
import { UsageError } from './usage.ts';

const PATIENCE_MS = 10_000;

/** Lets the caller's module sign in, opens the pages, and yields what is handed over with the task. */
export async function handOver(order: RunOrder, context: BrowserContext, driver: Page): Promise<Input[]> {
  // The page that was signed in shows the first address, so that what lives in its tab only is kept.
  const prepared = order.prepare === undefined ? undefined : await prepare(order.prepare, await context.newPage());
  const inputs: Input[] = [];
  const used: number[] = [];
  for (const [index, url] of order.open.entries()) {
    const page = (index === 0 && prepared) || (await context.newPage());
    await load(page, url);
    const found = await driver.evaluate(([url, used]) => globalThis.annex.tabAt(url, used), [
      page.url(),
      used,
    ] as const);
    const { tab, title } = found;
    used.push(tab);
    inputs.push({ kind: 'tab', tab, url: page.url(), title });
  }
  for (const id of order.inputs) inputs.push(await storedArtifact(driver, id));
  return inputs;
}

/** What the person's own interface is told to start. */
export function startOf({ agent, task, engine, budget }: RunOrder, inputs: Input[]): Parameters<Act['start']>[0] {
  return { agent, task, inputs, engine: engine.config.id, attended: true, ...(budget && { budget }) };
}

/** Makes the grants and chooses the engine. */
export async function permit({ agent, allow, engine }: RunOrder, driver: Page): Promise<void> {
  const agents = await driver.evaluate(() => globalThis.annex.agents());
  if (!agents.some((one) => one.id === agent))
    throw new UsageError(`There is no agent "${agent}". There are: ${agents.map((one) => one.id).join(', ')}.`);
  for (const { site, capabilities } of allow)
    for (const capability of capabilities) {
      const grant = { agent, capability, site, mode: 'always' } as const;
      await driver.evaluate((grant) => globalThis.annex.setGrant(grant), grant);
    }
  await driver.evaluate(([config, key]) => globalThis.annex.useEngine(config, key), [
    engine.config,
    engine.key,
  ] as const);
}

async function prepare(module: string, page: Page): Promise<Page> {
  try {
    const { default: sign } = await import(pathToFileURL(module).href);
    if (typeof sign !== 'function') throw new Error('its default export is no function');
    await sign(page);
    return page;
  } catch (error) {
    throw new UsageError(`--prepare ${module} failed: ${sentence(error)}`);
  }
}

async function load(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    // What a page still waits for by then, a picture or an advert, may never come.
    await page.waitForLoadState('load', { timeout: PATIENCE_MS }).catch(() => undefined);
  } catch (error) {
    throw new UsageError(`${url} did not open: ${sentence(error)}`);
  }
}

async function storedArtifact(driver: Page, id: string): Promise<Input> {
  const found = await driver.evaluate((id) => globalThis.annex.artifact(id), id);
  if (!found) throw new UsageError(`--input names ${id}, and no such artifact stands in this profile.`);
  const { version, title } = found.artifact;
  return { kind: 'artifact', artifact: id, version, title };
}

const sentence = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
