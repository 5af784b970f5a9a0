import { expect, test } from 'vitest';
import { AGENT } from '#lib/core/label.ts';
import type { Decide } from '#lib/core/ports.ts';
import { startRun } from '../orders/start-run.ts';
import { createKernel } from './kernel.test-support.ts';

const args = { title: 'Brief', task: 'Brief me', cadence: { kind: 'cron', expression: '0 8 * * 1-5', zone: 'UTC' } };
const call = { id: 'p', tool: 'propose_schedule', args, labels: { '*': AGENT } };
const proposes: Decide = ({ state }) => {
  const outcome = state.calls.get('p')?.outcome;
  if (!outcome) return { kind: 'calls', calls: [call] };
  return { kind: 'end', state: 'succeeded', reason: outcome.kind };
};

/** A run that nobody attends and that proposes a schedule, with everything granted that can be; parked at its question. */
async function parked() {
  const kernel = createKernel({}, { decide: proposes });
  const { store } = kernel;
  await store.grants.put({
    ...{ id: 'g', agent: '*', capability: 'files', site: 'annex', mode: 'always' },
    ...{ createdAt: Date.now(), usedAt: Date.now() },
  });
  const { wake } = kernel.worker('w1');
  const order = { agent: 'researcher', task: 'Brief me each weekday', inputs: [], engine: 'basic', attended: false };
  const run = await startRun(order, store);
  await wake();
  await expect.poll(async () => (await store.database.runs.get(run))?.status).toBe('waiting');
  const [approval] = await store.database.approvals.toArray();
  if (!approval) throw new Error('Nothing is asked.');
  const answer = async (kind: 'allow' | 'refuse') => {
    await store.approvals.answer(approval.id, { kind, scope: 'once', by: 'user', at: Date.now() });
    await wake();
    await expect.poll(() => kernel.isOver(run)).toBe(true);
    return (await store.database.runs.get(run))?.reason;
  };
  return { store, approval, answer };
}

test('a proposal parks the run with its exact payload, and nothing is set up before the answer', async () => {
  const { store, approval } = await parked();
  expect(approval).toMatchObject({
    ...{ headline: 'Create a schedule: every weekday at 08:00, UTC', scopes: ['once'], verbs: { allow: 'Create' } },
    payload: { task: 'Brief me', when: 'every weekday at 08:00, UTC', next: expect.stringMatching(/^.+; .+; .+$/) },
  });
  expect(await store.schedules.all()).toEqual([]);
});

test('a yes sets the schedule up for the run’s agent', async () => {
  const { store, answer } = await parked();
  expect(await answer('allow')).toBe('done');
  expect(await store.schedules.all()).toMatchObject([{ title: 'Brief', agent: 'researcher', state: 'on' }]);
});

test('a no sets nothing up', async () => {
  const { store, answer } = await parked();
  expect(await answer('refuse')).toBe('denied');
  expect(await store.schedules.all()).toEqual([]);
});
