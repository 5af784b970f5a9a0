import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnswers } from '../../scripts/annex/answers.ts';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { briefOrder, drive, type Job, MIRA, mailOrder, openJob } from '../support/job.ts';
import { startStandInModel } from '../support/stand-in-model.ts';

let job: Job;
let model: Awaited<ReturnType<typeof startStandInModel>>;
beforeAll(async () => {
  [job, model] = await Promise.all([openJob(), startStandInModel()]);
});
afterAll(async () => {
  await job.close();
  await model.close();
});

const engine = (size?: 'small') => readEngine(`${model.baseUrl}#${model.model}`, size, undefined);

test('does the main job with a model that decides freely, over HTTP', async () => {
  const brief = await drive(job, briefOrder(job, { engine: engine() }));
  expect(brief.output.run).toMatchObject({ state: 'succeeded' });
  const [report] = brief.output.artifacts;
  expect(new Set(report?.citations.map((one) => one.url)).size).toBe(3);
  expect(brief.output.run.tokens).toBeGreaterThan(0);

  const mailed = await drive(job, mailOrder(job, report?.id ?? '', { engine: engine() }));
  expect(mailed.output.run).toMatchObject({ state: 'succeeded' });
  expect(mailed.output.approvals.map((one) => [one.tool, one.answer])).toEqual([['send', 'allow']]);
  expect(job.demo.mail.sent()[0]?.to.join()).toContain(MIRA);
});

test('follows the playbook with a small model, its answers bound to a schema', async () => {
  const { output } = await drive(job, briefOrder(job, { engine: engine('small') }));
  expect(output.run).toMatchObject({ state: 'succeeded' });
  expect(output.artifacts[0]?.citations.length).toBeGreaterThan(0);
});

test('pauses with the cause in words when the server is gone, and keeps what was read', async () => {
  const gone = readEngine('http://127.0.0.1:9/v1#nobody', undefined, undefined);
  const { output, exit } = await drive(job, briefOrder(job, { engine: gone, answer: readAnswers('none') }));
  expect([output.run.state, exit]).toEqual(['paused', 4]);
  expect(output.run.reason).toContain('127.0.0.1:9');
});

test('has no error in any of its pages', () => {
  expect(job.annex.errors.filter((one) => !one.includes('ERR_'))).toEqual([]);
});
