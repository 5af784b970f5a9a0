import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCitations } from '#lib/artifacts/check-citations.ts';
import { readAnswers } from '../../scripts/annex/answers.ts';
import { briefOrder, drive, type Job, MIRA, mailOrder, openJob } from '../support/job.ts';
import { pageText } from '../support/page-text.ts';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

test('reads tabs, writes a brief whose every claim is in the pages, mails it and asks before it sends', async () => {
  const brief = await drive(job, briefOrder(job));
  expect(brief.output.run).toMatchObject({ state: 'succeeded', reason: expect.stringContaining('Saved') });
  const [report] = brief.output.artifacts;
  expect(report?.kind).toBe('report');
  const citations = report?.citations ?? [];
  expect(new Set(citations.map((one) => one.url)).size).toBe(3);
  const texts = new Map<string, string>();
  for (const url of new Set(citations.map((one) => one.url))) texts.set(url, await pageText(job.annex.context, url));
  expect(checkCitations(citations, texts).filter((one) => one.state !== 'stands')).toEqual([]);

  const mailed = await drive(job, mailOrder(job, report?.id ?? ''));
  expect(mailed.output.run).toMatchObject({ state: 'succeeded' });
  expect(mailed.output.approvals).toMatchObject([{ tool: 'send', answer: 'allow', payload: { to: [MIRA] } }]);
  const [sent] = job.demo.mail.sent();
  expect(sent?.to.join()).toContain(MIRA);
  expect(mailed.output.approvals[0]?.payload).toMatchObject({ body: sent?.body.replaceAll('\r', '') });
});

test('leaves the mail in the form when sending is refused', async () => {
  const before = job.demo.mail.sent().length;
  const { output, exit } = await drive(job, mailOrder(job, await aReport(), { answer: readAnswers('refuse') }));
  expect([output.run.state, exit]).toEqual(['rejected', 3]);
  expect(output.artifacts.map((one) => one.kind)).toEqual(['draft']);
  expect(job.demo.mail.sent()).toHaveLength(before);
});

test('sends the mail as the person mended it', async () => {
  const edit = { subject: 'Heat pumps, shorter', body: 'Dear Mira, see you on Monday.' };
  const answer = () => ({ kind: 'allow' as const, scope: 'once' as const, edit });
  const { output } = await drive(job, mailOrder(job, await aReport(), { answer }));
  expect(output.run.state).toBe('succeeded');
  expect(job.demo.mail.sent()[0]).toMatchObject(edit);
});

test('stops at the filled form when nobody was named to send it to', async () => {
  const before = job.demo.mail.sent().length;
  const { output } = await drive(job, mailOrder(job, await aReport(), { task: 'Mail the brief' }));
  expect(output.run.state).toBe('succeeded');
  expect([output.approvals, job.demo.mail.sent().length]).toEqual([[], before]);
});

test('has no error in any of its pages', () => {
  expect(job.annex.errors).toEqual([]);
});

async function aReport(): Promise<string> {
  const { output } = await drive(job, briefOrder(job));
  return output.artifacts[0]?.id ?? '';
}
