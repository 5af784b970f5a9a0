import { pathToFileURL } from 'node:url';
import { command } from './command.ts';
import { add, conclude, NOTHING, one, type Tally, vitest } from './tally.ts';

const STEPS: readonly [words: string, name: string, args: readonly string[]][] = [
  ['Types of the extension', 'wxt', ['prepare']],
  ['Format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['Types', 'tsc', ['--noEmit', '-p', '.']],
  ['Unused files, exports and packages', 'knip', []],
];

/** Format, lint, types, unused code, architecture: each tool counts as one check, each architecture test as one. */
export async function check(): Promise<Tally> {
  let tally = NOTHING;
  for (const [words, name, args] of STEPS) {
    console.log(`\n${words} (${name})`);
    tally = add(tally, one((await command(name, args)) === 0));
  }
  return add(tally, await vitest(['tests/architecture'], 'architecture'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) conclude(await check());
