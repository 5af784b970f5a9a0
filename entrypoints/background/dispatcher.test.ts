import { expect, test } from 'vitest';
import type { Invocation } from '#lib/broker/progress.ts';
import { BASIC } from '#lib/core/engine.ts';
import { USER } from '#lib/core/label.ts';
import type { Decide } from '#lib/core/ports.ts';
import type { Store } from '#lib/store/index.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { capsFor } from './caps.ts';
import { CALLS, carryOut, requestedBy, statusOf, threeCalls, worker } from './worker.test-support.ts';

/** Runs in the order in which they ended; the clock moves with every event. */
const orderOfEnds = async (store: Store) =>
  (await store.database.runs.orderBy('id').toArray())
    .toSorted((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0))
    .map((row) => row.id);
const kinds = async (store: Store) => (await store.journal.events('run-1')).map((event) => event.happening.kind);

test('steps a run to its end and frees the lease', async () => {
  const world = freshStore();
  await world.store.journal.create(newRun());
  await worker(world, 'worker-1', new Set()).wake();
  await expect.poll(() => statusOf(world.store)).toBe('succeeded');
  expect((await world.store.database.runs.get('run-1'))?.lease).toBeUndefined();
});

test('does each call once when woken twice in the same instant', async () => {
  const world = freshStore();
  await world.store.journal.create(newRun());
  const alive = new Set<string>();
  const [a, b] = [worker(world, 'worker-1', alive), worker(world, 'worker-2', alive)];
  await Promise.all([a.wake(), a.wake(), b.wake()]);
  await expect.poll(() => statusOf(world.store)).toBe('succeeded');
  expect((await kinds(world.store)).filter((kind) => kind === 'call-ended')).toHaveLength(CALLS.length);
});

test('takes over at once from a worker that was killed in a call', async () => {
  const world = freshStore();
  await world.store.journal.create(newRun());
  const alive = new Set<string>();
  const stuck = worker(world, 'worker-1', alive, {
    invoke: async (of) => {
      await world.store.journal.append(of.state.id, requestedBy(of));
      return new Promise(() => {});
    },
  });
  await stuck.wake();
  await expect.poll(() => kinds(world.store)).toContain('call-requested');
  stuck.die();
  await worker(world, 'worker-2', alive).wake();
  await expect.poll(() => statusOf(world.store)).toBe('succeeded');
  expect(await kinds(world.store)).toContain('run-recovered');
});

test('interrupts a call under way when the person stops the run', async () => {
  const world = freshStore();
  await world.store.journal.create(newRun());
  const aborted = Promise.withResolvers<string>();
  const one = worker(world, 'worker-1', new Set(), {
    invoke: (...[of, options]: [Invocation, { signal: AbortSignal }?]) =>
      new Promise((_, reject) => {
        void world.store.journal.append(of.state.id, requestedBy(of));
        options?.signal.addEventListener('abort', () => {
          aborted.resolve('aborted');
          reject(options.signal.reason);
        });
      }),
  });
  await one.wake();
  await expect.poll(() => kinds(world.store)).toContain('call-requested');
  await world.store.journal.append('run-1', [{ kind: 'stop-requested' }]);
  one.interrupt(['run-1']);
  expect(await aborted.promise).toBe('aborted');
  await one.wake();
  await expect.poll(() => statusOf(world.store)).toBe('cancelled');
});

test('leaves a run that waits for an answer alone until it is there', async () => {
  const world = freshStore();
  const { store } = world;
  await store.journal.create(newRun());
  const one = worker(world, 'worker-1', new Set(), {
    invoke: async (of) => {
      const { state, call } = of;
      if (state.calls.get(call.id)?.answer) return carryOut(store, 'worker-1', of);
      await store.journal.append(state.id, [
        ...requestedBy(of),
        { kind: 'approval-requested', approval: `a${call.id}`, call: call.id },
        { kind: 'run-waiting', on: 'approval', reason: 'asks' },
      ]);
      return { kind: 'waiting', approval: { id: `a${call.id}` } as never };
    },
  });
  await one.wake();
  for (const id of CALLS) {
    await expect.poll(() => statusOf(store)).toBe('waiting');
    await store.journal.append('run-1', [
      { kind: 'approval-answered', approval: `a${id}`, call: id, answer: 'allow', scope: 'once' },
    ]);
    await one.wake();
    await expect.poll(async () => (await store.journal.fold('run-1'))?.calls.get(id)?.outcome?.kind).toBe('done');
  }
  await expect.poll(() => statusOf(store)).toBe('succeeded');
});

test('steps more runs than the cap one after the other', async () => {
  const world = freshStore();
  const runs = Array.from({ length: 9 }, (_, index) => `run-${index}`);
  for (const id of runs) await world.store.journal.create(newRun({ id }));
  await worker(world, 'worker-1', new Set()).wake();
  for (const id of runs) await expect.poll(() => statusOf(world.store, id)).toBe('succeeded');
});

test('a long run gives its place up after a few steps while others wait for one', async () => {
  const world = freshStore();
  const ids = ['long', ...Array.from({ length: 6 }, (_, index) => `run-${index}`)];
  const steps = Array.from({ length: 40 }, (_, index) => `${index}`);
  const forty: Decide = ({ state }) => {
    const next = steps.find((id) => !state.calls.has(id));
    return next
      ? { kind: 'calls', calls: [{ id: next, tool: 'save_draft', args: {}, labels: { '*': USER } }] }
      : { kind: 'end', state: 'succeeded', reason: 'Done.' };
  };
  for (const id of ids) await world.store.journal.create(newRun({ id }));
  const decide: Decide = (of) => {
    world.time.now += 1;
    return of.state.id === 'long' ? forty(of) : threeCalls(of);
  };
  // One place in all: whoever holds it holds everybody up.
  const caps = { ...capsFor([BASIC]), global: 1 };
  await worker(world, 'worker-1', new Set(), { decide, caps }).wake();
  for (const id of ids) await expect.poll(() => statusOf(world.store, id), { timeout: 10_000 }).toBe('succeeded');
  expect(await orderOfEnds(world.store)).toEqual([...ids.slice(1), 'long']);
});

test('ends a run whose step throws as failed, with the reason', async () => {
  const world = freshStore();
  await world.store.journal.create(newRun());
  const decide: Decide = () => {
    throw new Error('a bug');
  };
  await worker(world, 'worker-1', new Set(), { decide }).wake();
  await expect.poll(() => statusOf(world.store)).toBe('failed');
  expect((await world.store.database.runs.get('run-1'))?.reason).toContain('a bug');
});

/** What has been asked and was cut off again. */
async function cutOff({ store }: ReturnType<typeof freshStore>, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) {
    await store.journal.append('run-1', [
      {
        ...{
          kind: 'model-requested',
          request: `cut-${nth}`,
          slot: '0',
          attempt: nth + 1,
          engine: 'basic',
          what: 'asks',
        },
        ...{ ledger: [], label: USER },
      },
      { kind: 'model-ended', request: `cut-${nth}`, end: { kind: 'aborted', partial: '' } },
    ]);
  }
}

test('a question that was cut off too often is asked again once the person lets the run go on', async () => {
  const world = freshStore();
  const { store } = world;
  await store.journal.create(newRun());
  const decide: Decide = () => ({
    ...{ kind: 'ask', slot: '0', what: 'asks', ask: { kind: 'probe' }, ledger: [], label: USER },
  });
  await cutOff(world, 3);
  const one = worker(world, 'worker-1', new Set(), { decide });
  await one.wake();
  await expect.poll(() => statusOf(store)).toBe('paused');
  await store.journal.append('run-1', [{ kind: 'run-resumed', reason: 'You let it go on.' }]);
  await one.wake();
  await expect.poll(async () => (await store.requests.open()).length).toBe(1);
  expect(await statusOf(store)).toBe('running');
});
