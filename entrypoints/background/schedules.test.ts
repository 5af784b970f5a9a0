import { expect, test } from 'vitest';
import { created } from '#lib/agents/schedules/lifecycle.ts';
import { type Schedule, scheduleOrder } from '#lib/core/schedule.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { createScheduling, type SchedulePorts } from './schedules.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-26T00:30:00Z');

/** A store with one hourly schedule, made half an hour before it is first due, and the worker's part in it. */
async function world(facts: Partial<Schedule> = {}, name?: string) {
  const fresh = freshStore(name);
  fresh.time.now = START;
  const order = scheduleOrder.parse({
    ...{ title: 'Brief', agent: 'researcher', task: 'Brief me', inputs: [], engine: 'basic' },
    ...{ cadence: { kind: 'interval', minutes: 60, anchor: 0 }, overlap: 'skip', catchUp: 'latest', lookbackHours: 24 },
    ...{ mostCaughtUp: 5, jitterSeconds: 0, pauseAfterFailures: 2 },
  });
  await fresh.store.schedules.put({ ...created(order, 's', START), ...facts });
  const worker = (runOf?: SchedulePorts['runOf']) => {
    const stops: string[] = [];
    const stumbled: string[] = [];
    const scheduling = createScheduling({
      ...{ schedules: fresh.store.schedules, journal: fresh.store.journal, now: () => fresh.time.now },
      ...{ zone: () => 'UTC', stopped: () => stops.push('stopped'), stumbled: (id) => stumbled.push(id) },
      runOf:
        runOf ??
        (async (schedule, of) => ({
          run: newRun({ id: fresh.ids.next('run'), class: of.class, schedule: { id: schedule.id, time: of.time } }),
          grants: [],
        })),
    });
    return { ...scheduling, stops, stumbled, wakes: async () => scheduling.wake(await fresh.store.journal.live()) };
  };
  return {
    ...fresh,
    worker,
    rows: () => fresh.store.schedules.firings('s', 100),
    runs: () => fresh.store.database.runs.toArray(),
  };
}

test('starts what is due, and knows when to wake next', async () => {
  const { worker, time, rows, runs } = await world();
  const { wakes, dueAt } = worker();
  await wakes();
  expect([await rows(), dueAt()]).toEqual([[], START + HOUR / 2]);
  time.now = START + HOUR / 2;
  await wakes();
  expect(await rows()).toMatchObject([{ kind: 'started', by: 'clock', time: time.now }]);
  expect(await runs()).toMatchObject([{ class: 'background', status: 'queued' }]);
  expect(dueAt()).toBe(START + HOUR * 1.5);
});

test('two workers that wake in the same instant start one run', async () => {
  const { worker, time, rows, runs } = await world();
  time.now = START + HOUR / 2;
  await Promise.all([worker().wakes(), worker().wakes()]);
  expect([(await rows()).length, (await runs()).length]).toEqual([1, 1]);
});

test('a run that is started late is of the class for that', async () => {
  const { worker, time, runs } = await world();
  time.now = START + 5 * HOUR;
  await worker().wakes();
  expect(await runs()).toMatchObject([{ class: 'catch-up' }]);
});

test('a schedule that cannot start its run says why, pauses, and holds up no other', async () => {
  const { worker, time, store, rows, runs } = await world({ agent: 'ghost' });
  const sound = await store.schedules.get('s');
  if (sound) await store.schedules.put({ ...sound, id: 't', agent: 'researcher' });
  time.now = START + HOUR / 2;
  await worker(async (schedule, { time: at }) => {
    if (schedule.agent === 'ghost') throw new Error('There is no agent "ghost".');
    return { run: newRun({ id: 'run-t', schedule: { id: schedule.id, time: at } }), grants: [] };
  }).wakes();
  expect(await rows()).toMatchObject([{ kind: 'failed', reason: 'There is no agent "ghost".' }]);
  expect(await store.schedules.get('s')).toMatchObject({ state: 'paused', reason: 'There is no agent "ghost".' });
  expect((await runs()).map((run) => run.id)).toEqual(['run-t']);
});

test('a schedule that stumbles holds up no other, and is tried again in a minute', async () => {
  const { worker, time, store, runs } = await world();
  const sound = await store.schedules.get('s');
  if (sound) await store.schedules.put({ ...sound, id: 'a' });
  time.now = START + HOUR / 2;
  const { wakes, dueAt, stumbled } = worker(async (schedule, { time: at }) => ({
    // No journal takes this one.
    run: {
      ...newRun({ id: `run-${schedule.id}`, schedule: { id: schedule.id, time: at } }),
      ...(schedule.id === 'a' && { inputs: [() => {}] as never }),
    },
    grants: [],
  }));
  await wakes();
  expect(stumbled).toEqual(['a']);
  expect((await runs()).map((run) => run.id)).toEqual(['run-s']);
  expect(await store.schedules.firings('a', 10)).toEqual([]);
  expect(dueAt()).toBe(time.now + 60_000);
});

test('a failed run is counted as it ends, and two in a row pause the schedule', async () => {
  const { worker, time, store, rows } = await world();
  const { wakes, ended } = worker();
  for (const hour of [0.5, 1.5]) {
    time.now = START + hour * HOUR;
    await wakes();
    const [run] = await store.journal.live();
    await store.journal.append(run?.id ?? '', [{ kind: 'run-ended', state: 'failed', reason: 'The page was gone.' }]);
    await ended({ schedule: run?.schedule ?? { id: '', time: 0 } });
  }
  expect((await rows()).map((row) => row.ended)).toEqual(['failed', 'failed']);
  expect(await store.schedules.get('s')).toMatchObject({
    state: 'paused',
    reason: 'It paused itself because 2 runs in a row failed. The last one: The page was gone.',
  });
});

test('a run whose worker was killed before it was counted is counted by the next one', async () => {
  const { worker, time, store, rows } = await world();
  time.now = START + HOUR / 2;
  await worker().wakes();
  const [run] = await store.journal.live();
  await store.journal.append(run?.id ?? '', [{ kind: 'run-ended', state: 'failed', reason: 'The page was gone.' }]);
  await worker().wakes();
  expect([(await rows())[0]?.ended, (await store.schedules.get('s'))?.failures]).toEqual(['failed', 1]);
});

test('what waits for a run to end starts at the wake that its end brings', async () => {
  const { worker, time, store, rows } = await world({ overlap: 'buffer-one' });
  const { wakes } = worker();
  for (const hour of [0.5, 1.5]) {
    time.now = START + hour * HOUR;
    await wakes();
  }
  expect((await rows()).map((row) => row.kind)).toEqual(['buffered', 'started']);
  const [run] = await store.journal.live();
  await store.journal.append(run?.id ?? '', [{ kind: 'run-ended', state: 'succeeded', reason: 'Done.' }]);
  time.now += 60_000;
  await wakes();
  expect((await rows()).map((row) => row.kind)).toEqual(['started', 'started']);
});

test('tells that a run was stopped for the next one', async () => {
  const { worker, time, runs } = await world({ overlap: 'cancel-other' });
  const { wakes, stops } = worker();
  for (const hour of [0.5, 1.5]) {
    time.now = START + hour * HOUR;
    await wakes();
  }
  expect(stops).toEqual(['stopped']);
  expect((await runs()).map((run) => run.stopping)).toEqual([true, false]);
});
