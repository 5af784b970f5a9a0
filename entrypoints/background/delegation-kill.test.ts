import { expect, test, vi } from 'vitest';
import type { Happening } from '#lib/core/event.ts';
import type { Store } from '#lib/store/index.ts';
import { createKernel, handed, type Kernel, type TestPage } from './kernel.test-support.ts';

// Room for a busy machine: each round runs a tree of three twice over.
vi.setConfig({ testTimeout: 240_000 });
const PATIENT = { timeout: 60_000 };
/** Every so many writes are a round: all of them take minutes. */
const STRIDE = 5;

const twoPages = (): Record<number, TestPage> =>
  Object.fromEntries(
    [1, 2].map((nth) => [
      nth,
      {
        ...{ url: `https://news.example/${nth}`, title: `Page ${nth}` },
        text: `Heat pump number ${nth} costs ${nth}00 euros a year to run.`,
      },
    ]),
  );

/** A store whose nth write, or what follows on it, never comes: the worker that made it is dead from then on. */
function mortal(store: Store, killAt: number, die: () => void) {
  let writes = 0;
  let dead = false;
  const gate = () => {
    if (!dead && writes >= killAt) {
      dead = true;
      die();
    }
    return dead ? new Promise<never>(() => {}) : undefined;
  };
  const port = <T extends object>(of: T): T =>
    new Proxy(of, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        // What is at hand without the database costs a dead worker nothing.
        if (typeof own !== 'function' || name === 'seen') return own;
        return async (...args: unknown[]) => {
          await gate();
          const came: unknown = await Reflect.apply(own, target, args);
          if (WRITES.has(String(name))) writes += 1;
          await gate();
          return came;
        };
      },
    });
  const { journal, approvals, artifacts, children, grants, requests } = store;
  const ports = {
    ...{ journal: port(journal), approvals: port(approvals), artifacts: port(artifacts), children: port(children) },
    ...{ grants: port(grants), requests: port(requests) },
  };
  return { ports: { ...store, ...ports }, writes: () => writes };
}
const WRITES = new Set(['append', 'begin', 'save', 'claim', 'pass']);

/** Runs a Coordinator over two pages in a worker that dies at its nth write; another one takes over. */
async function coordinate(killAt: number) {
  const kernel = createKernel(twoPages());
  const order = { agent: 'coordinator', task: 'What do heat pumps cost?', inputs: handed(kernel.pages) };
  const run = await kernel.start(order);
  const died = Promise.withResolvers<void>();
  const first = mortal(kernel.store, killAt, died.resolve);
  const worker = kernel.worker('worker-1', first.ports);
  void worker.wake();
  const ended = expect.poll(() => kernel.isOver(run), PATIENT).toBe(true);
  const killed = await Promise.race([died.promise.then(() => true), ended.then(() => false)]);
  if (killed) {
    worker.die();
    const second = kernel.worker('worker-2');
    await expect
      .poll(async () => {
        await second.wake();
        return kernel.isOver(run);
      }, PATIENT)
      .toBe(true);
  }
  await ended;
  return { killed, writes: first.writes(), ...(await whatCame(kernel, run)) };
}

async function whatCame({ store, tree }: Kernel, run: string) {
  const rows = await tree(run);
  const journals = await Promise.all(rows.map((row) => store.journal.events(row.id)));
  const happenings = journals.flatMap((events) => events.map((one): [string, Happening] => [one.run, one.happening]));
  const ended = happenings.flatMap(([id, one]) => (one.kind === 'call-ended' ? [`${id} ${one.call}`] : []));
  const made = await store.artifacts.madeBy(run);
  const report = made[0] && (await store.artifacts.get(made[0].id));
  return {
    states: rows.map((row) => row.status),
    endedTwice: ended.filter((one, index) => ended.indexOf(one) !== index),
    artifacts: await store.database.artifacts.count(),
    markdown: JSON.stringify(report?.content),
  };
}

test('a worker killed anywhere while children run repeats nothing: two children, one report each, one merge', async () => {
  const undisturbed = await coordinate(Number.POSITIVE_INFINITY);
  expect(undisturbed).toMatchObject({ killed: false, states: ['succeeded', 'succeeded', 'succeeded'], artifacts: 3 });
  const { killed: _, writes, ...whole } = undisturbed;
  for (let killAt = 1; killAt < writes; killAt += STRIDE) {
    const { killed, writes: __, ...came } = await coordinate(killAt);
    expect({ killAt, killed, ...came }).toEqual({ killAt, killed: true, ...whole });
  }
});
