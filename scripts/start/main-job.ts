import { mkdir } from 'node:fs/promises';
import { BASIC } from '#lib/core/engine.ts';
import type { Demo } from '../../demo/server.ts';
import type { RunOrder } from '../annex/args.ts';
import { driveRun } from '../annex/drive-run.ts';
import type { RunOutput } from '../annex/output-schema.ts';
import type { Launched } from '../browser/launch.ts';
import { articlesOf, MIRA, mailOf, QUESTION } from './pages.ts';
import { createPhotographer } from './photographer.ts';

type Report = RunOutput['artifacts'][number];
type Asked = RunOutput['approvals'][number];
export type MainJob =
  | { kind: 'done'; report: Report; approval: Asked; pictures: string[] }
  | { kind: 'failed'; run: RunOutput['run'] };

export type MainJobOptions = {
  demo: Demo;
  /** A browser with the driver's flavour in it. */
  launched: Launched;
  /** Where the pictures go. */
  folder: string;
  say: (line: string) => void;
};

const order = {
  ...{ engine: { config: BASIC }, timeoutMs: 120_000, json: false, headed: false, inputs: [], answer: () => undefined },
};

/** Reads three articles, writes a brief, mails it once that is allowed; takes three pictures on the way. */
export async function mainJob({ demo, launched, folder, say }: MainJobOptions): Promise<MainJob> {
  await mkdir(folder, { recursive: true });
  const photographer = createPhotographer(launched, folder);

  const research: RunOrder = {
    ...order,
    ...{ agent: 'researcher', task: QUESTION, open: articlesOf(demo) },
    allow: [{ site: demo.origin('news'), capabilities: ['read'] }],
  };
  const { output: brief, exit: briefed } = await driveRun(research, { say, launched });
  const [report] = brief.artifacts;
  if (briefed !== 0 || !report) return { kind: 'failed', run: brief.run };
  const pictures = [
    await photographer.citation('1-brief', { artifact: report.id, url: articlesOf(demo).at(-1) ?? '', citation: '2' }),
    await photographer.wide('2-report', { artifact: report.id, text: report.title }),
  ];

  const post: RunOrder = {
    ...order,
    ...{ agent: 'correspondent', task: `Send the brief to Mira ${MIRA}`, open: [mailOf(demo)], inputs: [report.id] },
    allow: [{ site: demo.origin('mail'), capabilities: ['read', 'mail'] }],
    answer: () => ({ kind: 'allow', scope: 'once' }),
  };
  const { output: mailed, exit: sent } = await driveRun(post, {
    ...{ say, launched },
    onApproval: async ({ run, verbs }) => {
      pictures.push(await photographer.run('3-approval', { run, url: demo.origin('mail'), text: verbs.refuse }));
    },
  });
  const [approval] = mailed.approvals;
  if (sent !== 0 || !approval) return { kind: 'failed', run: mailed.run };
  return { kind: 'done', report, approval, pictures };
}
