import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { checkCitations } from '#lib/artifacts/check-citations.ts';
import { isEnded } from '#lib/core/run.ts';
import type { RunOrder } from '../../scripts/annex/args.ts';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import type { RunOutput } from '../../scripts/annex/output-schema.ts';
import { begin, until } from '../support/begin.ts';
import { briefOrder, drive, type Job, openJob } from '../support/job.ts';
import { surviveEach, undisturbedWrites } from '../support/kill-at.ts';
import type { KillPoint } from '../support/kill-point.ts';
import { pageText } from '../support/page-text.ts';
import { startStandInModel } from '../support/stand-in-model.ts';

const PAGES = ['/heat-pumps/running-costs', '/heat-pumps/noise', '/heat-pumps/grants', '/heat-pumps/field-study'];
const TASK = 'What do these pages say about what heat pumps cost?';

let job: Job;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());

function order(changes: Partial<RunOrder> = {}): RunOrder {
  const news = job.demo.origin('news');
  const open = PAGES.map((path) => news + path);
  return briefOrder(job, { agent: 'coordinator', task: TASK, open, ...changes });
}

/** The report that was made of others, and those. */
function mergedIn({ artifacts }: RunOutput) {
  const merged = artifacts.find((one) => one.provenance.merge !== undefined);
  const parts = artifacts.filter((one) => one !== merged);
  return { merged, parts };
}

async function expectTrue(merged: RunOutput['artifacts'][number] | undefined, pages: number) {
  const citations = merged?.citations ?? [];
  const urls = new Set(citations.map((one) => one.url));
  expect(urls.size).toBe(pages);
  const texts = new Map<string, string>();
  for (const url of urls) texts.set(url, await pageText(job.annex.context, url));
  expect(checkCitations(citations, texts).filter((one) => one.state !== 'stands')).toEqual([]);
}

test('shares four tabs out over Researchers and merges their reports into one that cites what is there and links its parts', async () => {
  const { output, exit } = await drive(job, order());
  expect([output.run.state, exit]).toEqual(['succeeded', 0]);
  expect(output.children.map((one) => [one.agent, one.state])).toEqual(
    PAGES.map(() => ['researcher@1.0.0', 'succeeded']),
  );
  expect(output.approvals).toEqual([]);
  const { merged, parts } = mergedIn(output);
  await expectTrue(merged, PAGES.length);
  const linked = new Set(merged?.provenance.inputs.map((one) => one.artifact));
  expect(linked).toEqual(new Set(parts.map((one) => one.id)));
  expect(merged?.provenance.merge).toEqual({ how: 'append' });
});

test('a child that was refused reaches the report as that', async () => {
  const calendar = job.demo.origin('calendar');
  const driver = await job.annex.person();
  const grant = { agent: 'researcher', capability: 'read', site: calendar, mode: 'never' } as const;
  await driver.evaluate((grant) => globalThis.annex.setGrant(grant), grant);
  await driver.close();
  const news = job.demo.origin('news');
  const { output } = await drive(job, order({ open: [`${news}${PAGES[0]}`, `${calendar}/`, `${news}${PAGES[1]}`] }));
  expect(output.run.state).toBe('succeeded');
  expect(output.children.map((one) => one.state).toSorted()).toEqual(['rejected', 'succeeded', 'succeeded']);
  const { merged } = mergedIn(output);
  expect(JSON.stringify(merged?.content)).toMatch(/Nothing came of .*Researcher was not allowed to do it/);
  await expectTrue(merged, 2);
});

/** While children are begun, while they work, when their parent waits and goes on, and when one has just ended. */
const MOMENTS = ['run-created', 'call-started', 'run-waiting', 'run-resumed', 'run-ended', 'call-ended'];

test('a worker killed while children run repeats nothing: a child and a report for each page, one merge', async () => {
  const two = order({ task: 'Two pages', open: PAGES.slice(0, 2).map((path) => job.demo.origin('news') + path) });
  const writes = await undisturbedWrites(job, two);
  const points = MOMENTS.map((kind, nth): KillPoint => {
    const places = writes.flatMap((kinds, index) => (kinds.includes(kind) ? [index + 1] : []));
    const write = places[kind === 'run-ended' ? 0 : Math.floor(places.length / 2)] ?? 0;
    return { write, side: nth % 2 === 0 ? 'after' : 'before' };
  });
  expect(points.filter((one) => one.write === 0)).toEqual([]);
  expect((await surviveEach(points, { job, order: two, writes })).wrong).toEqual([]);

  const driver = await job.annex.person();
  const rows = await driver.evaluate(() => globalThis.annex.runs());
  const roots = rows.filter((row) => row.task === 'Two pages' && row.parent === undefined);
  expect(roots).toHaveLength(points.length + 1);
  for (const root of roots) {
    const tree = rows.filter((row) => row.root === root.id);
    expect(tree.map((row) => row.status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    const made = await driver.evaluate(
      (runs) => globalThis.annex.artifactsOf(runs),
      tree.map((row) => row.id),
    );
    const merged = made.filter((one) => one.version.provenance.merge !== undefined);
    expect([made.length, merged.map((one) => one.version.provenance.inputs.length)]).toEqual([3, [2]]);
  }
}, 600_000);

test('stop on the root ends all that it handed on, and closes what they asked a model', async () => {
  const model = await startStandInModel({ paceMs: 400 });
  onTestFinished(model.close);
  const engine = readEngine(`${model.baseUrl}#${model.model}`, undefined, undefined);
  const begun = await begin(job, order({ engine }));
  const tree = () => begun.driver.evaluate((run) => globalThis.annex.tree(run), begun.run);
  await expect.poll(async () => (await tree()).rows.length, { timeout: 60_000 }).toBe(PAGES.length + 1);
  await begun.driver.evaluate((run) => globalThis.annex.stop(run), begun.run);
  expect((await until(begun, 'cancelled'))?.reason).toBe('You stopped it.');
  await expect.poll(model.hungUp).toBeGreaterThan(0);
  await expect
    .poll(async () => (await tree()).rows.every((row) => isEnded(row.status)), { timeout: 30_000 })
    .toBe(true);
  expect((await tree()).rows.map((row) => row.status)).toEqual(['root', ...PAGES].map(() => 'cancelled'));
});

test('a model that decides freely hands on, reads what came back and merges it', async () => {
  const model = await startStandInModel();
  onTestFinished(model.close);
  const engine = readEngine(`${model.baseUrl}#${model.model}`, undefined, undefined);
  const { output } = await drive(job, order({ engine }));
  expect(output.run).toMatchObject({ state: 'succeeded' });
  expect(output.children.map((one) => one.state)).toEqual(PAGES.map(() => 'succeeded'));
  const { merged, parts } = mergedIn(output);
  expect(merged?.provenance.inputs.map((one) => one.artifact).toSorted()).toEqual(
    parts.map((one) => one.id).toSorted(),
  );
  await expectTrue(merged, PAGES.length);
});

test('has no error in any of its pages', () => {
  expect(job.annex.errors.filter((one) => !one.includes('ERR_'))).toEqual([]);
});
