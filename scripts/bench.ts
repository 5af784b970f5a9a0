import { parseArgs } from 'node:util';
import { benchKernel, PARTS, type Part } from './bench/kernel.ts';
import { linesOf } from './bench/report.ts';

const USAGE = `Measures Annex in a real Chromium, beside what it can be compared with.

  npm run bench -- kernel [--json] [--only PART,…] [--rounds N] [--steps N]

  --json    one document on stdout: {ratios, figures, peers, goals}; a ratio at or below 1 is as good as the peer or the goal
  --only    of ${PARTS.join(', ')}; all if not said
  --rounds  how often each is measured after the round that warms up; 6 if not said
  --steps   steps of a run; 200 if not said`;

async function main(argv: string[]): Promise<number> {
  const options = {
    json: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '6' },
    steps: { type: 'string', default: '200' },
  } as const;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const only = values.only?.split(',') ?? PARTS;
  const parts = PARTS.filter((part: Part) => only.includes(part));
  const [rounds, steps] = [Number(values.rounds), Number(values.steps)];
  const isClear = parts.length === only.length && rounds >= 1 && steps >= 4;
  if (positionals.join() !== 'kernel' || !isClear) {
    console.error(USAGE);
    return 2;
  }
  const report = await benchKernel({ parts, rounds, steps });
  console.log(values.json ? JSON.stringify(report, null, 2) : linesOf(report).join('\n'));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
