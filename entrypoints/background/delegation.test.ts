import { expect, test, vi } from 'vitest';
import { createDecide } from '#lib/agents/decide.ts';
import { reportContent } from '#lib/core/artifact.ts';
import type { Outcome } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import { USER } from '#lib/core/label.ts';
import type { Decide } from '#lib/core/ports.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { createKernel, handed, type Kernel, type TestPage } from './kernel.test-support.ts';

// Room for a busy machine; alone they take a second each.
vi.setConfig({ testTimeout: 60_000 });
const PATIENT = { timeout: 30_000 };
const NEWS = 'https://news.example';

const page = (nth: number, site = NEWS): TestPage => ({
  ...{ url: `${site}/${nth}`, title: `Page ${nth}` },
  text: `Heat pump number ${nth} costs ${nth}00 euros a year to run.\nIt was measured in ${2020 + nth} by the office.`,
});
const threePages = () => ({ 1: page(1), 2: page(2), 3: page(3) });
const real = createDecide({ tools: catalogue });

async function coordinate(kernel: Kernel) {
  return kernel.start({ agent: 'coordinator', task: 'What do heat pumps cost?', inputs: handed(kernel.pages) });
}
async function over(kernel: Kernel, run: string) {
  await expect.poll(() => kernel.isOver(run), PATIENT).toBe(true);
  const [root, ...children] = await kernel.tree(run);
  const state = await kernel.store.journal.fold(run);
  if (!root || !state) throw new Error('The run is nowhere.');
  const made = await kernel.store.artifacts.madeBy(run);
  const report = made[0] && (await kernel.store.artifacts.get(made[0].id));
  return { root, children, state, report };
}
const kindsOf = async ({ store }: Kernel, run: string) =>
  (await store.journal.events(run)).map(({ happening }) => happening.kind);
const outcomesOf = async ({ store }: Kernel, run: string) => {
  const state = await store.journal.fold(run);
  return [...(state?.calls.values() ?? [])].flatMap(({ outcome }) => outcome ?? []);
};

test('a Coordinator hands its pages to Researchers side by side, and merges their reports into one that links them', async () => {
  const kernel = createKernel(threePages());
  await kernel.worker('worker-1').wake();
  const run = await coordinate(kernel);
  await kernel.wakeAll();
  const { root, children, report } = await over(kernel, run);
  expect(root).toMatchObject({ status: 'succeeded', reason: expect.stringContaining('Merged 3 parts') });
  expect(children.map(({ agent, parent, depth, status, root }) => [agent, parent, depth, status, root])).toEqual(
    children.map(() => ['researcher@1.0.0', run, 1, 'succeeded', run]),
  );
  expect(children).toHaveLength(3);
  expect(Object.values(kernel.pages).map((one) => one.reads)).toEqual([1, 1, 1]);
  const byCall = children.toSorted((a, b) => ((a.parentCall ?? '') < (b.parentCall ?? '') ? -1 : 1));
  const parts = await Promise.all(byCall.map((child) => kernel.store.artifacts.madeBy(child.id)));
  expect(report?.provenance.inputs).toEqual(parts.flat().map(({ id, version }) => ({ artifact: id, version })));
  expect(new Set(report?.citations.map((one) => one.url))).toEqual(new Set([1, 2, 3].map((nth) => `${NEWS}/${nth}`)));
  expect(report?.label.sources).toEqual(['agent', 'child', `site:${NEWS}`, 'user']);
});

test('who waits for others is woken for each that ends at most, holds no lease, and what ran for it leaves no grant', async () => {
  const kernel = createKernel(threePages());
  const run = await coordinate(kernel);
  await kernel.worker('worker-1').wake();
  await over(kernel, run);
  const kinds = await kindsOf(kernel, run);
  const count = (kind: Happening['kind']) => kinds.filter((one) => one === kind).length;
  expect(count('run-resumed')).toBeLessThanOrEqual(3);
  expect(count('call-decided')).toBe(4);
  expect(count('call-started')).toBe(4);
  expect(await kernel.store.grants.all()).toEqual([]);
});

test('what came to nothing reaches the parent as that, and stands in the report', async () => {
  const pages = threePages();
  const kernel = createKernel(pages);
  const run = await coordinate(kernel);
  Reflect.deleteProperty(pages, 2);
  await kernel.worker('worker-1').wake();
  const { root, children, report } = await over(kernel, run);
  expect(children.map((one) => one.status).toSorted()).toEqual(['failed', 'succeeded', 'succeeded']);
  const kinds = (await outcomesOf(kernel, run)).map((one) => one.kind);
  expect(kinds).toEqual(['done', 'failed', 'done', 'done']);
  expect(reportContent.parse(report?.content).markdown).toMatch(
    /## About the sources\n\n- Nothing came of "Page 2": Researcher failed: There was nothing to read\./,
  );
  expect(root.status).toBe('succeeded');
});

/** Researchers come to a standstill; everyone else goes on. */
const stuck: Decide = (world) =>
  world.agent.id === 'researcher' ? { kind: 'blocked', reason: 'The cap is reached.' } : real(world);

async function untilStuck(kernel: Kernel, run: string) {
  await expect
    .poll(async () => (await kernel.tree(run)).map((row) => row.status), PATIENT)
    .toEqual(['waiting', 'paused', 'paused', 'paused']);
  return kernel.tree(run);
}

test('a parent waits as long as a child is paused, and says why', async () => {
  const kernel = createKernel(threePages(), { decide: stuck });
  const run = await coordinate(kernel);
  await kernel.worker('worker-1').wake();
  await untilStuck(kernel, run);
  const reason = 'It waits for Researcher (3 runs). Researcher is paused: The cap is reached.';
  await expect.poll(async () => (await kernel.tree(run))[0], PATIENT).toMatchObject({ waitingOn: 'child', reason });
  const before = (await kindsOf(kernel, run)).length;
  for (let nth = 0; nth < 5; nth += 1) await kernel.wakeAll();
  expect(await kindsOf(kernel, run)).toHaveLength(before);
});

test('a child that the person stopped is a denial to its parent, never a success and never a failure', async () => {
  const kernel = createKernel(threePages(), { decide: stuck });
  const run = await coordinate(kernel);
  await kernel.worker('worker-1').wake();
  const [, ...children] = await untilStuck(kernel, run);
  for (const child of children) await kernel.store.journal.append(child.id, [{ kind: 'stop-requested' }]);
  await kernel.wakeAll();
  const { root } = await over(kernel, run);
  expect((await outcomesOf(kernel, run)).map((one) => [one.kind, 'rule' in one && one.rule])).toEqual(
    children.map(() => ['denied', 'stopped']),
  );
  expect(root).toMatchObject({ status: 'rejected', reason: expect.stringContaining('Researcher was stopped') });
});

test('nothing goes on working for a run that is no more', async () => {
  const kernel = createKernel(threePages(), { decide: stuck });
  const run = await coordinate(kernel);
  await kernel.worker('worker-1').wake();
  await untilStuck(kernel, run);
  await kernel.store.journal.append(run, [{ kind: 'run-ended', state: 'failed', reason: 'It broke.' }]);
  await kernel.wakeAll();
  const reasons = async () => (await kernel.tree(run)).slice(1).map(({ status, reason }) => `${status}: ${reason}`);
  await expect.poll(reasons, PATIENT).toEqual([1, 2, 3].map(() => 'cancelled: The run that it worked for has ended.'));
});

test('nothing is begun under a run that is being stopped', async () => {
  const kernel = createKernel(threePages());
  const run = await coordinate(kernel);
  const { store } = kernel;
  const order = {
    id: 'late',
    agent: 'researcher@1.0.0',
    task: 'T',
    title: 'T',
    inputs: [],
    engine: 'basic',
    attended: true,
  };
  const late = { ...order, parent: run, parentCall: '1', taskLabel: USER };
  await store.journal.append(run, [{ kind: 'stop-requested' }]);
  expect(await store.children.begin(late, [])).toBeUndefined();
  expect(await kernel.tree(run)).toHaveLength(1);
});

test('a child may read only where its parent may; it asks on the root run, and the answer continues it', async () => {
  const kernel = createKernel({ 1: page(1), 2: page(2, 'https://other.example') });
  const { store } = kernel;
  const run = await coordinate(kernel);
  // The person wants to be asked about this site from now on.
  const grant = { id: 'g', agent: 'coordinator', capability: 'read' as const, site: 'https://other.example' };
  await store.grants.put({ ...grant, mode: 'ask', createdAt: Date.now() + 1_000, usedAt: 0 });
  await kernel.worker('worker-1').wake();
  const asked = async () => (await store.database.approvals.toArray()).filter((one) => !one.answer);
  await expect.poll(asked, PATIENT).toHaveLength(1);
  const [approval] = await asked();
  expect(approval).toMatchObject({ root: run, agent: 'researcher', site: 'https://other.example', tool: 'read' });
  expect(approval?.run).not.toBe(run);
  await expect
    .poll(async () => (await kernel.tree(run))[0]?.reason, PATIENT)
    .toBe('It waits for Researcher. Researcher: Waiting for your answer: Let Researcher read other.example');
  const at = Date.now();
  await store.approvals.answer(approval?.id ?? '', { kind: 'allow', scope: 'once', by: 'user', at });
  await kernel.wakeAll();
  const { root, children } = await over(kernel, run);
  expect([root.status, children.map((one) => one.status)]).toEqual(['succeeded', ['succeeded', 'succeeded']]);
  expect(Object.values(kernel.pages).map((one) => one.reads)).toEqual([1, 1]);
});

test('a child may read no longer than its parent, and leave for so many calls is not handed on', async () => {
  const bounded = 'https://other.example';
  const counted = 'https://third.example';
  const kernel = createKernel({ 1: page(1, bounded), 2: page(2, counted) });
  const { store } = kernel;
  const run = await coordinate(kernel);
  await store.grants.endRun(run);
  const grant = { agent: 'coordinator', capability: 'read' as const, mode: 'always' as const, createdAt: Date.now() };
  const until = Date.now() + 3_600_000;
  await store.grants.put({ ...grant, id: 'g1', site: bounded, until, usedAt: 0 });
  await store.grants.put({ ...grant, id: 'g2', site: counted, left: 9, usedAt: 0 });
  await kernel.worker('worker-1').wake();
  await expect
    .poll(async () => (await store.database.approvals.toArray()).map(({ site, agent }) => [site, agent]), PATIENT)
    .toEqual([[counted, 'researcher']]);
  const rows = (await store.database.audit.toArray()).filter((one) => one.detail.because === 'handed on');
  expect(rows.map(({ site, detail }) => [site, detail.until])).toEqual([[bounded, until]]);
});

test.each([
  ['itself', 'coordinator', 'own-ancestor'],
  ['an agent that its package does not name', 'nobody', 'no-edge'],
])('work handed to %s is denied with a way out', async (_, agent, rule) => {
  const call = { id: '1', tool: 'delegate', args: { agent, task: 'Do it' }, labels: { '*': USER } };
  const decide: Decide = ({ state }) =>
    state.calls.size === 0
      ? { kind: 'calls', calls: [call] }
      : { kind: 'end', state: 'rejected', reason: 'It was not allowed.' };
  const kernel = createKernel({}, { decide });
  const run = await coordinate(kernel);
  await kernel.worker('worker-1').wake();
  await over(kernel, run);
  const denied: Partial<Outcome> = { kind: 'denied', rule };
  expect(await outcomesOf(kernel, run)).toEqual([
    { ...denied, message: expect.stringMatching(/Hand it to researcher or correspondent, or do it here\.$/) },
  ]);
  expect(await kernel.tree(run)).toHaveLength(1);
});
