import type { Page } from 'playwright-core';
import { type Figure, figureOf, stepTimes } from './figures.ts';
import type {} from './page/main.ts';
import type { Peer } from './peers.ts';
import { say } from './say.ts';

/** Annex three times: all commits relaxed, as shipped, all strict. Each has a database of its own. */
const ANNEX = ['annex-relaxed', 'annex', 'annex-strict'] as const;

/** The cost of a step in the one and the others, ms: all in one page, in turn, each round beginning with another. The first round warms up. */
export async function contest(
  page: Page,
  { peers, steps, rounds }: { peers: readonly Peer[]; steps: number; rounds: number },
): Promise<Record<string, Figure>> {
  const names = [...ANNEX, ...peers.filter((one) => one.ready).map((one) => one.name)];
  await page.evaluate(enter, { annex: ANNEX, names });
  const times = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    const begin = round % names.length;
    for (const name of [...names.slice(begin), ...names.slice(0, begin)]) {
      const taken = stepTimes(await page.evaluate(compete, { name, steps }));
      if (round > 0) times.set(name, [...(times.get(name) ?? []), ...taken]);
    }
    say(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`);
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, figureOf(all)]));
}

type Contestant = (steps: number) => Promise<number[]>;

async function enter({ annex, names }: { annex: readonly string[]; names: readonly string[] }): Promise<void> {
  const commits: Record<string, 'relaxed' | 'strict' | undefined> = {
    'annex-relaxed': 'relaxed',
    'annex-strict': 'strict',
  };
  const contestants: Record<string, Contestant> = {};
  for (const name of names) {
    contestants[name] = annex.includes(name)
      ? await globalThis.bench.contestant(name, commits[name])
      : (await import(`/${name}.js`)).createContestant();
  }
  Object.assign(globalThis, { contestants });
}

async function compete({ name, steps }: { name: string; steps: number }): Promise<number[]> {
  const { contestants } = globalThis as unknown as { contestants: Record<string, Contestant> };
  return contestants[name]?.(steps) ?? [];
}
