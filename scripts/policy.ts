import '#lib/core/zod-setup.ts';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecorded } from './policy/recorded.ts';
import { linesOf } from './policy/report.ts';
import { scoreAll } from './policy/score.ts';

const USAGE = `Replays recorded tool calls through the real broker, without a model: what is asked, and which attacks are stopped.

  npm run policy -- --data FILE [--json] [--prompts]

  --data     recorded calls: {tools: {NAME: {effect, control}}, suites: {NAME: {user_tasks, injection_tasks}}}
  --json     one document on stdout: {ours: {SUITE: {calls, prompts, tasks_interrupted, pairs, stoppable, stopped}}, literal, tainted, always},
             and at its side \`variants\`: {ATTACK: {SUITE: {stoppable, stopped, stopped_at_every_step}}}
  --prompts  also says of each benign call that is asked about why, and which attacks nothing stopped`;

async function main(argv: string[]): Promise<number> {
  const options = { data: { type: 'string' }, json: { type: 'boolean' }, prompts: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: argv, options });
  if (!values.data) {
    console.error(USAGE);
    return 2;
  }
  const result = await scoreAll(readRecorded(resolve(process.env.INIT_CWD ?? '.', values.data)));
  if (values.json) console.log(JSON.stringify({ ...result.scores, variants: result.variants }, null, 2));
  else console.log(linesOf(result, values.prompts === true).join('\n'));
  return 0;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
