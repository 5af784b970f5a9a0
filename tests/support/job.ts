import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../../demo/server.ts';
import { readAnswers } from '../../scripts/annex/answers.ts';
import type { RunOrder } from '../../scripts/annex/args.ts';
import { driveRun } from '../../scripts/annex/drive-run.ts';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { type AnnexWorld, launchAnnex } from './annex.ts';

/** The demo sites and a browser with the driver's flavour of Annex. */
export type Job = { demo: Demo; annex: AnnexWorld; close: () => Promise<void> };

export async function openJob(): Promise<Job> {
  const demo = await startDemo();
  const annex = await launchAnnex({ flavour: 'driver' });
  const close = async () => {
    await annex.close();
    await demo.close();
  };
  return { demo, annex, close };
}

const BRIEFED = ['/heat-pumps/running-costs', '/heat-pumps/noise', '/heat-pumps/field-study'];
export const MIRA = 'mira@kestrel.example';

type Changes = Partial<RunOrder>;
const common = {
  engine: readEngine('basic', undefined, undefined),
  answer: readAnswers('none'),
  inputs: [],
  timeoutMs: 90_000,
  json: true,
  headed: false,
};

/** Researcher over three pages of the newspaper. */
export function briefOrder({ demo }: Job, changes: Changes = {}): RunOrder {
  const news = demo.origin('news');
  return {
    ...common,
    agent: 'researcher',
    task: 'Write a brief on heat pumps: running costs and noise',
    open: BRIEFED.map((path) => news + path),
    allow: [{ site: news, capabilities: ['read'] }],
    ...changes,
  };
}

/** Correspondent mails an artifact to Mira from the webmail. */
export function mailOrder({ demo }: Job, artifact: string, changes: Changes = {}): RunOrder {
  const mail = demo.origin('mail');
  return {
    ...common,
    agent: 'correspondent',
    task: `Send the brief to Mira <${MIRA}>`,
    open: [`${mail}/inbox`],
    allow: [{ site: mail, capabilities: ['read', 'mail'] }],
    inputs: [artifact],
    answer: readAnswers('all'),
    ...changes,
  };
}

/** Coordinator has two pages read side by side, their reports merged, and that mailed to Mira. */
export function treeOrder({ demo }: Job, engine: RunOrder['engine']): RunOrder {
  const [news, mail] = [demo.origin('news'), demo.origin('mail')];
  return {
    ...common,
    agent: 'coordinator',
    task: `Write a brief on heat pumps, running costs and noise, and send it to Mira <${MIRA}>`,
    open: [...BRIEFED.slice(0, 2).map((path) => news + path), `${mail}/inbox`],
    allow: [
      { site: news, capabilities: ['read'] },
      { site: mail, capabilities: ['read', 'mail'] },
    ],
    answer: readAnswers('all'),
    engine,
  };
}

/** Carries an order out in the job's browser; the tabs it opened close again. */
export async function drive(job: Job, order: RunOrder) {
  const before = new Set(job.annex.context.pages());
  const driven = await driveRun(order, { say: () => {}, launched: job.annex.launched });
  await closeOthers(job.annex.context.pages(), before);
  return driven;
}

async function closeOthers(pages: readonly Page[], keep: ReadonlySet<Page>): Promise<void> {
  for (const page of pages) if (!keep.has(page)) await page.close();
}
