import { expect, test, vi } from 'vitest';
import { type AskEnd, BASIC } from '#lib/core/engine.ts';
import { USER } from '#lib/core/label.ts';
import type { Decide } from '#lib/core/ports.ts';
import type { Store } from '#lib/store/index.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { capsFor } from './caps.ts';
import { carryOut, statusOf, worker } from './worker.test-support.ts';

/** Asks its engine so often, and ends when all is answered. */
const questions =
  (count: number): Decide =>
  ({ state }) => {
    const answered = [...state.asks.values()].filter((one) => one.end).length;
    if (answered === count) return { kind: 'end', state: 'succeeded', reason: 'Done.' };
    return { kind: 'ask', slot: `${answered}`, what: 'Asks', ask: { kind: 'probe' }, ledger: [], label: USER };
  };

const usage = { inputTokens: 1, outputTokens: 1, ms: 1, exact: true };

async function answerOf(store: Store, run: string, end: AskEnd = { kind: 'answered', answer: 'yes', usage }) {
  await expect.poll(() => openRequest(store, run)).toBeDefined();
  const request = await openRequest(store, run);
  await store.requests.finish(request?.id ?? '', end);
}
const openRequest = async (store: Store, run: string) => (await store.requests.open()).find((one) => one.run === run);

test('goes on at once with a run whose engine answered, without a look at everything', async () => {
  const world = freshStore();
  await world.store.journal.create(newRun());
  const reconcile = vi.fn(async () => {});
  const one = worker(world, 'worker-1', new Set(), { decide: questions(2), reconcile });
  await one.wake();
  await answerOf(world.store, 'run-1');
  reconcile.mockClear();
  await one.answered('run-1');
  await expect.poll(() => openRequest(world.store, 'run-1')).toBeDefined();
  expect(reconcile).not.toHaveBeenCalled();
});

test('a wake that meets the run in a step sets no more of them going', async () => {
  const world = freshStore();
  await world.store.journal.create(newRun());
  const reconcile = vi.fn(async () => {});
  let goOn = (): void => {};
  const met = new Promise<void>((done) => {
    goOn = done;
  });
  const one = worker(world, 'worker-1', new Set(), {
    ...{ decide: callThenAsk, reconcile },
    invoke: async (of) => {
      await met;
      return carryOut(world.store, 'worker-1', of);
    },
  });
  await one.wake();
  await expect.poll(() => world.store.journal.seen('run-1')?.calls.size).toBe(1);
  // The run is in the middle of its call.
  await one.wake();
  reconcile.mockClear();
  goOn();
  await answerOf(world.store, 'run-1');
  await one.answered('run-1');
  await expect.poll(() => statusOf(world.store)).toBe('succeeded');
  // The one that looks after everything because the run has ended.
  await expect.poll(() => reconcile.mock.calls.length).toBe(1);
});

/** One call, then one question, then the end. */
const callThenAsk: Decide = (of) => {
  if (of.state.calls.size > 0) return questions(1)(of);
  return { kind: 'calls', calls: [{ id: '1', tool: 'save_draft', args: {}, labels: { '*': USER } }] };
};

test('looks after everything again when the answer brought the run to rest', async () => {
  const world = freshStore();
  await world.store.journal.create(newRun());
  const reconcile = vi.fn(async () => {});
  const one = worker(world, 'worker-1', new Set(), { decide: questions(1), reconcile });
  await one.wake();
  const problem = { code: 'unreachable', message: 'Gone.' } as const;
  await answerOf(world.store, 'run-1', { kind: 'failed', problem, partial: '' });
  reconcile.mockClear();
  await one.answered('run-1');
  await expect.poll(() => statusOf(world.store)).toBe('waiting');
  await expect.poll(() => reconcile.mock.calls.length).toBeGreaterThan(0);
});

test('an engine’s answer lets nobody push in: where a run waits for a place, all take their turn', async () => {
  const world = freshStore();
  const caps = { ...capsFor([BASIC]), global: 1 };
  for (const id of ['run-1', 'run-2']) await world.store.journal.create(newRun({ id }));
  const reconcile = vi.fn(async () => {});
  const one = worker(world, 'worker-1', new Set(), {
    ...{ decide: questions(1), caps, reconcile },
  });
  await one.wake();
  await answerOf(world.store, 'run-1');
  reconcile.mockClear();
  await one.answered('run-1');
  expect(reconcile).toHaveBeenCalled();
});
