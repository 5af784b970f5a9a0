import { afterEach, describe, expect, it } from 'vitest';
import { type AnnexWorld, launchAnnex } from '../support/annex.ts';
import { newProfile } from '../support/new-profile.ts';

let world: AnnexWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

describe('what ships', () => {
  it('loads, wakes its worker and opens home and panel without an error', async () => {
    world = await launchAnnex({ flavour: 'shipped' });
    const worker = await world.worker();
    expect(await worker.evaluate(() => chrome.runtime.getManifest().name)).toBe('Annex');
    for (const page of [await world.home(), await world.panelInTab()]) {
      await page.getByRole('main').waitFor();
      await page.close();
    }
    expect(world.errors).toEqual([]);
  });

  it('asks Chrome for no site, and has no page of the driver', async () => {
    world = await launchAnnex({ flavour: 'shipped' });
    const worker = await world.worker();
    const { origins } = await worker.evaluate(() => chrome.permissions.getAll());
    expect(origins).toEqual([]);
    const page = await world.context.newPage();
    await expect(page.goto(`chrome-extension://${world.extensionId}/driver.html`)).rejects.toThrow('ERR_');
  });

  it('lets no page talk to it or load anything of it, and its pages turn no text into code', async () => {
    world = await launchAnnex({ flavour: 'shipped' });
    const worker = await world.worker();
    const manifest = await worker.evaluate(() => chrome.runtime.getManifest());
    const opening = ['externally_connectable', 'web_accessible_resources', 'content_scripts', 'host_permissions'];
    expect(opening.filter((name) => name in manifest)).toEqual([]);
    const home = await world.home();
    const tries = await home.evaluate(() => {
      const failed = (work: () => unknown) => {
        try {
          work();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : 'failed';
        }
      };
      const markup = '<img src=x onerror=alert(1)>';
      return [
        failed(() => Object.assign(document.createElement('div'), { innerHTML: markup })),
        failed(() => document.createRange().createContextualFragment(markup)),
        failed(() => Object.assign(document.createElement('script'), { src: 'https://evil.example/x.js' })),
      ];
    });
    expect(tries).toEqual(['TypeError', 'TypeError', 'TypeError']);
  });
});

describe('the worker', () => {
  it('comes back after it was killed', async () => {
    world = await launchAnnex({ flavour: 'driver' });
    const worker = await world.worker();
    await worker.evaluate(() => Object.assign(globalThis, { before: true }));
    await world.killWorker();
    const person = await world.person();
    const run = await person.evaluate(() =>
      globalThis.annex.start({ agent: 'researcher', task: 'Nothing', inputs: [], engine: 'basic' }),
    );
    const ended = () => person.evaluate((run) => globalThis.annex.tree(run), run).then(({ rows }) => rows[0]?.status);
    await expect.poll(ended, { timeout: 20_000 }).toBe('failed');
    expect(await worker.evaluate(() => 'before' in globalThis)).toBe(false);
  });
});

describe('the browser', () => {
  it('keeps what was made when it is killed and comes back on the same profile', async () => {
    const first = await launchAnnex({ flavour: 'driver', profile: await newProfile() });
    world = first;
    const order = { agent: 'researcher', task: 'Nothing', inputs: [], engine: 'basic' };
    const run = await (await first.person()).evaluate((order) => globalThis.annex.start(order), order);
    await first.killBrowser();
    world = await launchAnnex({ flavour: 'driver', profile: first.launched.profile });
    const tree = await (await world.person()).evaluate((run) => globalThis.annex.tree(run), run);
    expect(tree.rows.map((row) => row.id)).toEqual([run]);
  });
});

describe('the real side panel', () => {
  it('opens beside a page and can be driven', async () => {
    world = await launchAnnex({ flavour: 'shipped' });
    const page = await world.context.newPage();
    await page.goto('data:text/html,<title>A page</title>');
    const panel = await world.openSidePanel(page);
    expect(await panel.until('the panel to draw', () => document.querySelector('main')?.tagName)).toBe('MAIN');
    const worker = await world.worker();
    const contexts = () =>
      worker.evaluate(async () => (await chrome.runtime.getContexts({})).map((one) => one.contextType));
    await expect.poll(contexts).toContain('SIDE_PANEL');
    await panel.close();
  });
});
