import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod/mini';
import { command, ROOT } from './command.ts';

/** How many checks or tests passed and failed; `notRun` counts those that were filtered out, or that this machine could not run. */
export type Tally = { passed: number; failed: number; notRun: number };

export const NOTHING: Tally = { passed: 0, failed: 0, notRun: 0 };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  notRun: a.notRun + b.notRun,
});

/** One check that either holds or does not. */
export const one = (holds: boolean): Tally => ({ ...NOTHING, [holds ? 'passed' : 'failed']: 1 });

/** Says the sum as the last line of a command, and sets the exit code: non-zero when anything failed or nothing ran. */
export function conclude(tally: Tally): void {
  if (tally.notRun > 0)
    console.log(`${tally.notRun} did not run: filtered out, or this machine cannot run them (each says why above)`);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
}

const report = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** Runs vitest and counts its tests; a file that does not load and a run that breaks off count as failed. */
export async function vitest(args: readonly string[], name: string): Promise<Tally> {
  const file = `.cache/vitest-${name}.json`;
  rmSync(`${ROOT}/${file}`, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await command('vitest', ['run', ...args, ...reporters]);
  const counted = existsSync(`${ROOT}/${file}`) ? countReport(readFileSync(`${ROOT}/${file}`, 'utf8')) : NOTHING;
  return code !== 0 && counted.failed === 0 ? add(counted, one(false)) : counted;
}

/** Counts what vitest's JSON reporter wrote. */
export function countReport(text: string): Tally {
  const { numPassedTests, numPendingTests, testResults } = report.parse(JSON.parse(text));
  const failed = testResults.reduce((sum, file) => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed').length;
    return sum + (file.status === 'failed' ? Math.max(tests, 1) : tests);
  }, 0);
  return { passed: numPassedTests, failed, notRun: numPendingTests };
}
