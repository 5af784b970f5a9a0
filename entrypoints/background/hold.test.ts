import { expect, test, vi } from 'vitest';
import { createKernel, handed, type TestPage } from './kernel.test-support.ts';

// Room for a busy machine; alone they take a second each.
vi.setConfig({ testTimeout: 60_000 });
const PATIENT = { timeout: 30_000 };

const pages = (): Record<number, TestPage> => ({
  1: { url: 'https://news.example/a', title: 'Tea', text: 'Tea was 4 pounds a tin in the spring of 1911.' },
  2: { url: 'https://news.example/b', title: 'Coal', text: 'Coal was 12 pounds a ton in the spring of 1911.' },
});
const begin = (kernel: ReturnType<typeof createKernel>) =>
  kernel.start({ agent: 'researcher', task: 'What did tea and coal cost?', inputs: handed(kernel.pages) });
const kindsOf = async ({ store }: ReturnType<typeof createKernel>, run: string) =>
  (await store.journal.events(run)).map((one) => one.happening.kind);

test('nothing begins while everything is held, and all goes on once it is released', async () => {
  const kernel = createKernel(pages());
  await kernel.store.settings.hold(1);
  const run = await begin(kernel);
  const worker = kernel.worker('worker-1');
  await worker.wake();
  expect(await kindsOf(kernel, run)).toEqual(['run-created']);
  await kernel.store.settings.release();
  await worker.wake();
  await vi.waitFor(async () => expect(await kernel.isOver(run)).toBe(true), PATIENT);
  expect((await kernel.store.database.runs.get(run))?.status).toBe('succeeded');
});

test('what is under way is broken off by a hold, and read again after it', async () => {
  const kernel = createKernel(pages());
  const stuck = Promise.withResolvers<void>();
  kernel.reading.wait = async (signal) => {
    stuck.resolve();
    await new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason), { once: true }));
  };
  const run = await begin(kernel);
  const worker = kernel.worker('worker-1');
  await worker.wake();
  await stuck.promise;
  await kernel.store.settings.hold(1);
  await worker.wake();
  await vi.waitFor(async () => expect((await kernel.store.database.runs.get(run))?.lease).toBeUndefined(), PATIENT);
  kernel.reading.wait = undefined;
  const before = await kindsOf(kernel, run);
  await worker.wake();
  expect([before.includes('call-ended'), await kindsOf(kernel, run)]).toEqual([false, before]);
  await kernel.store.settings.release();
  await worker.wake();
  await vi.waitFor(async () => expect(await kernel.isOver(run)).toBe(true), PATIENT);
  expect([kernel.pages[1]?.reads, kernel.pages[2]?.reads]).toEqual([1, 1]);
});

test('a run that the person stops ends although everything is held', async () => {
  const kernel = createKernel(pages());
  const run = await begin(kernel);
  await kernel.store.settings.hold(1);
  await kernel.store.journal.append(run, [{ kind: 'stop-requested' }]);
  await kernel.worker('worker-1').wake();
  await vi.waitFor(async () => expect(await kernel.isOver(run)).toBe(true), PATIENT);
});
