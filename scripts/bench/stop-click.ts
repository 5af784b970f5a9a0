import { openDriver } from '../annex/driver-page.ts';
import type { Launched } from '../browser/launch.ts';
import { openSidePanel } from '../browser/side-panel.ts';
import { until } from '../browser/until.ts';
import { workerOf } from '../browser/worker.ts';
import { startEndlessModel } from './endless-model.ts';
import { say } from './say.ts';

/**
 * From a click on Stop in the real side panel to the closed connection at a model server, ms each. The extension is the built one, the
 * mouse is Chrome's own; the moment of the click is the one at which the panel hears of it.
 */
export async function stopTimes(
  launched: Launched,
  { times, beside }: { times: number; beside: string },
): Promise<number[]> {
  const model = await startEndlessModel();
  const driver = await openDriver(launched);
  const page = await launched.context.newPage();
  await page.goto(beside);
  const worker = await workerOf(launched);
  const panel = await openSidePanel(launched.cdp, { extensionId: launched.extensionId, beside: page, worker });
  await panel.evaluate(() => {
    document.addEventListener('click', () => Object.assign(globalThis, { clickedAt: Date.now() }), true);
  });
  const engine = { id: 'endless', name: 'Endless', baseUrl: model.baseUrl, model: 'endless', contextTokens: 32_000 };
  await driver.evaluate((config) => globalThis.annex.useEngine({ ...config, kind: 'openai', size: 'large' }), engine);
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const streaming = model.streaming();
    const order = { agent: 'researcher', task: 'Go on.', inputs: [], engine: engine.id, attended: true };
    const run = await driver.evaluate((order) => globalThis.annex.start(order), order);
    const { closed } = await streaming;
    await panel.evaluate((hash) => {
      location.hash = hash;
    }, `#/run/${run}`);
    await panel.click('button', 'Stop');
    const at = await closed;
    taken.push(at - (await panel.evaluate(() => Number(Reflect.get(globalThis, 'clickedAt')))));
    await until('the run to be stopped', () =>
      driver.evaluate((run) => globalThis.annex.tree(run).then(({ rows }) => rows[0]?.status === 'cancelled'), run),
    );
    say(`Stopped ${time + 1} of ${times}.`);
  }
  await model.close();
  await driver.close();
  return taken;
}
