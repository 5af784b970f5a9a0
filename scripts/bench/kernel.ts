import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Launched, launch } from '../browser/launch.ts';
import { ROOT } from '../command.ts';
import { bundle } from './bundle.ts';
import { contest } from './contest.ts';
import { figureOf, stepTimes } from './figures.ts';
import { type Peer, preparePeers } from './peers.ts';
import { type Measured, type Report, reportOf } from './report.ts';
import { say } from './say.ts';
import { servePage } from './serve-page.ts';
import { stopTimes } from './stop-click.ts';

export const PARTS = ['contest', 'lengths', 'first-step', 'stored', 'stop'] as const;
export type Part = (typeof PARTS)[number];
export type BenchOrder = { parts: readonly Part[]; rounds: number; steps: number };

const LENGTHS = [10, 1_000, 10_000];

/**
 * Measures the run kernel in one page of a real Chromium, beside its peers, and Stop in the real extension. The page is served from
 * this machine and bundles Annex's own modules: so the peers, which no extension page could load, run in the very same page.
 */
export async function benchKernel({ parts, rounds, steps }: BenchOrder): Promise<Report> {
  const folder = join(ROOT, '.cache', 'bench', 'page');
  mkdirSync(folder, { recursive: true });
  const peers = parts.includes('contest') ? await preparePeers(folder) : [];
  say('Bundling Annex …');
  await bundle(join(import.meta.dirname, 'page', 'main.ts'), { to: folder, name: 'annex' });
  const served = await servePage(folder);
  const launched = await launch({ flavour: 'driver' });
  try {
    const page = await openPage(launched, served.origin);
    return reportOf(await measure({ page, launched, origin: served.origin, peers }, { parts, rounds, steps }), peers);
  } finally {
    await launched.close();
    await served.close();
  }
}

async function openPage({ context }: Launched, origin: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => say(`The page stumbled: ${error.message}`));
  await page.goto(origin);
  await page.evaluate(async () => {
    await import('/annex.js' as string);
  });
  return page;
}

type World = { page: Page; launched: Launched; origin: string; peers: readonly Peer[] };

async function measure(
  { page, launched, origin, peers }: World,
  { parts, rounds, steps }: BenchOrder,
): Promise<Measured> {
  const measured: Measured = {};
  if (parts.includes('contest')) {
    say(`${steps} steps each, ${rounds} rounds …`);
    measured.contest = await contest(page, { peers, steps, rounds });
  }
  if (parts.includes('lengths')) {
    say('Journals of 10, 1,000 and 10,000 events …');
    measured.lengths = await lengths(page, rounds);
  }
  if (parts.includes('first-step')) {
    say('From a new worker to the first question …');
    measured.firstStep = {};
    for (const events of [10, 10_000])
      measured.firstStep[events] = figureOf(
        await page.evaluate((events) => globalThis.bench.firstStep(events, 8), events),
      );
  }
  if (parts.includes('stored')) {
    say('1,000 stored runs, 200 queued …');
    measured.stored = await stored(page);
  }
  if (parts.includes('stop')) {
    say('Stop in the side panel …');
    measured.stop = figureOf(await stopTimes(launched, { times: 20, beside: origin }));
  }
  return measured;
}

/** The lengths take turns, so that what the machine does meanwhile meets all of them. */
async function lengths(page: Page, rounds: number): Promise<Record<string, ReturnType<typeof figureOf>>> {
  const times = new Map<number, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    const marks = await page.evaluate((lengths) => globalThis.bench.lengths(lengths), LENGTHS);
    if (round === 0) continue;
    // The first turns of a run find nothing at hand; that is measured by itself.
    for (const [index, length] of LENGTHS.entries())
      times.set(length, [...(times.get(length) ?? []), ...stepTimes(marks[index] ?? []).slice(2)]);
    say(`Round ${round} of ${rounds}.`);
  }
  return Object.fromEntries([...times].map(([length, all]) => [length, figureOf(all)]));
}

async function stored(page: Page): Promise<NonNullable<Measured['stored']>> {
  const wakes = (ended: number) => page.evaluate((ended) => globalThis.bench.idleWakes(ended, 40), ended);
  const none = figureOf(await wakes(0));
  const ended = figureOf(await wakes(1_000));
  const { wake, all } = await page.evaluate(() => globalThis.bench.queued(200));
  return { none, ended, queuedWake: wake, queuedAll: all };
}
