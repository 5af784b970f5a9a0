import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunStatus } from '#lib/core/run.ts';
import { startDemo } from '../../demo/server.ts';
import { readAnswers } from '../../scripts/annex/answers.ts';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { launchAnnex } from '../support/annex.ts';
import { begin, until } from '../support/begin.ts';
import { briefOrder, drive, type Job, mailOrder } from '../support/job.ts';
import { startObedientModel } from '../support/obedient-model.ts';
import { type Fault, type StandInModel, startStandInModel } from '../support/stand-in-model.ts';

let job: Job;
let model: StandInModel;
beforeAll(async () => {
  // A name that is no loopback name, so that its server counts as one elsewhere.
  const args = ['--host-resolver-rules=MAP hosted.test 127.0.0.1'];
  const [demo, annex] = [await startDemo(), await launchAnnex({ flavour: 'driver', args })];
  const close = async () => {
    await annex.close();
    await demo.close();
  };
  job = { demo, annex, close };
  model = await startStandInModel();
});
afterAll(async () => {
  await job.close();
  await model.close();
});

const engine = (size?: 'small') => readEngine(`${model.baseUrl}#${model.model}`, size, undefined);

test.each<[Fault, RunStatus, string, 'small' | undefined]>([
  ['401', 'paused', 'key', undefined],
  ['429', 'waiting', 'no more requests for now.*asked again by itself', 'small'],
  ['html', 'paused', 'web page|not a model|no model', undefined],
])(
  'after an answer of %s the run is %s and says the cause, and Basic carries on',
  async (fault, status, cause, size) => {
    model.faults.push(fault);
    const begun = await begin(job, briefOrder(job, { engine: engine(size) }));
    const row = await until(begun, status);
    expect(row?.reason).toMatch(new RegExp(cause, 'i'));
    const home = await job.annex.home(`#/run/${begun.run}`);
    await home.getByRole('button', { name: 'Use Basic' }).filter({ visible: true }).first().click();
    await until(begun, 'succeeded');
    await home.close();
  },
);

test('an error that passes costs a try and a moment, not the run', async () => {
  // One for each time that the client repeats a request by itself.
  model.faults.push('500', '500', '500');
  const begun = await begin(job, briefOrder(job, { engine: engine('small') }));
  await until(begun, 'succeeded');
  const { events } = await begun.driver.evaluate((run) => globalThis.annex.tree(run), begun.run);
  const kinds = events.map(({ happening }) => (happening.kind === 'run-waiting' ? happening.on : happening.kind));
  expect(kinds.filter((kind) => kind === 'timer').length).toBe(1);
});

test('stop in the middle of an answer closes the connection and ends the run at once', async () => {
  const slow = await startStandInModel({ paceMs: 400 });
  const chosen = readEngine(`${slow.baseUrl}#${slow.model}`, 'small', undefined);
  const begun = await begin(job, briefOrder(job, { engine: chosen }));
  await expect.poll(() => slow.requests.filter((one) => one.method === 'POST').length, { timeout: 30_000 }).toBe(1);
  const before = Date.now();
  await begun.driver.evaluate((run) => globalThis.annex.stop(run), begun.run);
  expect((await until(begun, 'cancelled'))?.reason).toBe('You stopped it.');
  expect(Date.now() - before).toBeLessThan(3000);
  await expect.poll(slow.hungUp).toBe(1);
  await slow.close();
});

test('what may only be thought about on this device reaches no model elsewhere, nor does what was made of it', async () => {
  const hosted = await startObedientModel([]);
  const news = job.demo.origin('news');
  const elsewhere = readEngine(hosted.engine.replace('127.0.0.1', 'hosted.test'), undefined, undefined);
  const made = await drive(job, briefOrder(job));
  const panel = await job.annex.home('#/sites');
  await panel.evaluate(
    (site) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('annex');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('sites', 'readwrite');
          writing.objectStore('sites').put({ site, onDeviceOnly: true });
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    news,
  );
  const report = made.output.artifacts[0]?.id ?? '';
  const direct = await drive(job, briefOrder(job, { engine: elsewhere }));
  const derived = await drive(job, mailOrder(job, report, { engine: elsewhere, answer: readAnswers('none') }));
  for (const { run } of [direct.output, derived.output])
    expect(run).toMatchObject({ state: 'paused', reason: expect.stringContaining('stays on this device') });
  expect(hosted.asked).toEqual([]);
  await hosted.close();
});
