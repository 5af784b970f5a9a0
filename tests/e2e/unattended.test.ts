import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Job, openJob } from '../support/job.ts';

const PAGE =
  '<title>Slow</title><main><h1>Slow</h1><p>The slow page says that tea was 4 pounds a tin in the spring of 1911.</p></main>';

/** A page that is answered when the test says so. */
async function heldSite(): Promise<{ url: string; asked: () => boolean; answer: () => void; close: () => void }> {
  let held: ServerResponse | undefined;
  const server = createServer((request, response) => {
    if (request.url === '/tea') held = response.writeHead(200, { 'content-type': 'text/html' });
    else response.writeHead(404).end();
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {
    url: `http://slow.localhost:${port}/tea`,
    asked: () => held !== undefined,
    answer: () => held?.end(PAGE),
    close,
  };
}

async function start({ annex }: Job, url: string): Promise<string> {
  const person = await annex.person();
  const inputs = [{ kind: 'link' as const, url, text: '', from: '' }];
  const order = { agent: 'researcher', task: 'What did tea cost?', inputs, engine: 'basic' };
  const run = await person.evaluate((order) => globalThis.annex.start(order), order);
  await person.evaluate((run) => globalThis.annex.happened(run, { after: 'call-started', nth: 1 }), run);
  await person.close();
  return run;
}

test('a worker killed with no page of Annex open comes back and ends the run', async () => {
  const job = await openJob();
  const site = await heldSite();
  onTestFinished(async () => {
    site.close();
    await job.close();
  });
  const run = await start(job, site.url);
  await expect.poll(site.asked).toBe(true);
  const tick = await (await job.annex.worker()).evaluate(() => chrome.alarms.get('annex-tick'));
  expect(tick?.periodInMinutes).toBe(0.5);
  await job.annex.killWorker();
  // No page of Annex is left to notice: Chrome wakes it with news of a tab, or the alarm does.
  const { cdp } = job.annex.launched;
  const workers = async () =>
    (await cdp.send('Target.getTargets')).targetInfos.filter((one) => one.type === 'service_worker');
  await expect.poll(workers, { timeout: 60_000 }).not.toEqual([]);
  site.answer();
  const person = await job.annex.person();
  const tree = () => person.evaluate((run) => globalThis.annex.tree(run), run);
  await expect.poll(async () => (await tree()).rows[0]?.status, { timeout: 60_000 }).toBe('succeeded');
  expect((await tree()).events.map((event) => event.happening.kind)).toContain('run-recovered');
});
