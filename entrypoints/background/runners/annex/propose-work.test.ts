import { expect, test } from 'vitest';
import { AGENT, joinLabels, siteLabel } from '#lib/core/label.ts';
import type { NewRun } from '#lib/core/ports.ts';
import { proposeSchedule } from '#lib/tools/schedule-tools.ts';
import { freshStore, newRun } from '../../../../tests/support/store.ts';
import { saveSchedule } from '../../../orders/save-schedule.ts';
import { createAnnexRunner } from '../annex-runner.ts';

const NEWS = 'https://news.example';
const link = { kind: 'link', url: `${NEWS}/a`, text: 'News', from: NEWS } as const;
const args = { title: 'Brief', task: 'Brief me', cadence: { kind: 'cron', expression: '0 8 * * *', zone: 'UTC' } };
const call = { id: 't3.0', tool: 'propose_schedule', args, labels: { '*': siteLabel(NEWS) } };

async function proposing(of: Partial<NewRun> = {}) {
  const { store, time } = freshStore();
  time.now = Date.now();
  await store.journal.create(newRun({ inputs: [link], ...of }));
  await store.journal.append('run-1', [{ kind: 'call-requested', call }]);
  const state = await store.journal.fold('run-1');
  if (!state) throw new Error('There is no run.');
  const runner = createAnnexRunner({
    ...{ artifacts: store.artifacts, hash: async (text) => text, zone: () => 'UTC' },
    createSchedule: (order, of) => saveSchedule(order, store, of),
    delegation: {
      ...store,
      agent: async () => undefined,
      installed: [],
      now: () => 0,
      prepare: () => Promise.reject(new Error('Nobody is there.')),
    },
  });
  const context = { state, call, spec: proposeSchedule };
  const signal = new AbortController().signal;
  return {
    ...{ store, time },
    look: () => runner.look(context),
    run: () => runner.run(context, { site: 'annex', signal }),
  };
}

test('what the person sees is the same however late they answer', async () => {
  const { look, time } = await proposing();
  const seen = await look();
  time.now += 3 * 24 * 3_600_000;
  expect(await look()).toEqual(seen);
  expect(seen).toMatchObject({
    headline: expect.stringMatching(/^Create a schedule: [^"]+$/),
    payload: { 'handed over': link.url },
  });
});

test('creates the schedule for the run’s own agent, engine and inputs, once, and remembers whose words it is', async () => {
  const { run, store } = await proposing();
  expect(await run()).toMatchObject({ kind: 'done', words: 'Set up the schedule "Brief"' });
  expect(await run()).toMatchObject({ kind: 'done' });
  expect(await store.schedules.all()).toMatchObject([
    {
      ...{ id: 'schedule-run-1-t3.0', agent: 'researcher', engine: 'basic', state: 'on' },
      ...{ inputs: [link], taskLabel: joinLabels([AGENT, siteLabel(NEWS)]) },
    },
  ]);
  expect(await store.database.audit.toArray()).toMatchObject([{ what: 'schedule-created', run: 'run-1' }]);
});

test('a run that is itself the work of another hands nothing on', async () => {
  const { run, store } = await proposing({ taskLabel: AGENT });
  await run();
  expect(await store.schedules.all()).toMatchObject([{ inputs: [] }]);
});

test('a cadence that never comes is told to the model, and nobody is asked', async () => {
  const never = { ...call, args: { ...args, cadence: { kind: 'cron', expression: '0 0 30 2 *' } } };
  const { store } = await proposing();
  const state = await store.journal.fold('run-1');
  if (!state) throw new Error('There is no run.');
  const runner = createAnnexRunner({
    ...{ artifacts: store.artifacts, hash: async (text) => text, zone: () => 'UTC', createSchedule: async () => {} },
    delegation: {
      ...store,
      agent: async () => undefined,
      installed: [],
      now: () => 0,
      prepare: () => Promise.reject(new Error('Nobody is there.')),
    },
  });
  expect(await runner.look({ state, call: never, spec: proposeSchedule })).toEqual({
    kind: 'gone',
    message: '"0 0 30 2 *" names a day that no year has. Mend the cadence and propose it again.',
  });
});
