import { reportBudgets } from './budgets.ts';
import { build, outputOf } from './build.ts';
import { check } from './check.ts';
import { add, conclude, NOTHING, one, type Tally, vitest } from './tally.ts';

const stages: readonly [name: string, run: () => Promise<Tally>][] = [
  ['check', check],
  ['unit', () => vitest(['--exclude', 'tests/architecture/**'], 'unit')],
  ['build', buildBoth],
  ['end-to-end', () => vitest(['--config', 'vitest.e2e.config.ts'], 'e2e')],
];

async function buildBoth(): Promise<Tally> {
  const shipped = await build('shipped');
  const driver = await build('driver');
  return [shipped, driver, shipped && reportBudgets(outputOf('shipped'))].map(one).reduce(add);
}

let sum = NOTHING;
const lines: string[] = [];
for (const [name, run] of stages) {
  console.log(`\n== ${name} ==`);
  const start = performance.now();
  const tally = await run().catch((error: unknown) => {
    console.error(error);
    return one(false);
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  lines.push(`${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  sum = add(sum, tally);
}
console.log(`\n${lines.join('\n')}`);
conclude(sum);
