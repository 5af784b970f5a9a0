import '#lib/core/zod-setup.ts';
import { readArgs } from './annex/args.ts';
import { driveRun } from './annex/drive-run.ts';
import { summary } from './annex/summary.ts';
import { USAGE, UsageError } from './annex/usage.ts';

async function main(): Promise<number> {
  const order = readArgs(process.argv.slice(2));
  if (order === 'help') {
    console.log(USAGE);
    return 0;
  }
  const { output, exit } = await driveRun(order, { say: (line) => console.error(line) });
  console.log(order.json ? JSON.stringify(output) : `\n${summary(output)}`);
  return exit;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\nnpm run annex -- --help tells of every option.`);
  process.exitCode = 2;
}
