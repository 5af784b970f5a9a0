import { join, relative } from 'node:path';
import type { Demo } from '../../demo/server.ts';
import type { RunOutput } from '../annex/output-schema.ts';
import { textOf } from '../annex/summary.ts';
import { launch } from '../browser/launch.ts';
import { ROOT } from '../command.ts';
import { mainJob } from './main-job.ts';

const PICTURES = join(ROOT, '.cache', 'demo');

/** Does the main job with nobody watching, prints each step, and ends with what came of it. */
export async function withoutDisplay(demo: Demo): Promise<number> {
  console.log('There is no display, so the main job runs headless (with one, a browser would open).\n');
  const launched = await launch({ flavour: 'driver' });
  try {
    const job = await mainJob({ demo, launched, folder: PICTURES, say: createSay() });
    if (job.kind === 'failed') {
      console.log(`\nThe main job did not succeed: ${job.run.agent} is ${job.run.state}, ${job.run.reason}`);
      return 1;
    }
    console.log(`\n== The report, "${job.report.title}" ==\n\n${textOf(job.report)}`);
    console.log(`\n== The approval ==\n\n${approvalText(job.approval)}`);
    console.log(`\nMails in the demo world's Sent folder: ${demo.mail.sent().length}`);
    console.log(`\nScreenshots:\n${job.pictures.map((file) => `  ${relative(process.cwd(), file)}`).join('\n')}`);
    return 0;
  } finally {
    await launched.close();
  }
}

function approvalText({ agent, tool, site, payload, reasons, answer, scope, outcome }: RunOutput['approvals'][number]) {
  return [
    `${agent} asked to ${tool} on ${site}, and was answered: ${answer} (${scope})`,
    ...reasons.map((reason) => `Why it asked: ${reason}`),
    'What it would send, exactly:',
    JSON.stringify(payload, null, 2),
    `What came of it: ${outcome}`,
  ].join('\n');
}

/** Each line with the seconds since the start. */
function createSay(): (line: string) => void {
  const start = performance.now();
  return (line) => console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${line}`);
}
