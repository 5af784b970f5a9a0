import { expect, test } from 'vitest';
import type { Outcome } from '#lib/core/call.ts';
import { siteLabel } from '#lib/core/label.ts';
import { beginRun } from '#lib/core/reduce.ts';
import type { CallContext, Situation } from '#lib/core/tool.ts';
import { click } from '#lib/tools/page-tools.ts';
import { withoutSecrets } from './without-secrets.ts';

const SHOP = 'https://shop.example';
const context: CallContext = {
  state: beginRun({
    ...{ run: 'r', seq: 0, at: 1 },
    happening: {
      ...{ kind: 'run-created', agent: 'a@1.0.0', task: 't', title: 't', inputs: [], engine: 'basic' },
      ...{ attended: true, root: 'r' },
    },
  }),
  call: { id: '1', tool: 'click', args: { tab: 7, ref: 'e1' }, labels: {} },
  spec: click,
};
const found: Situation = { kind: 'found', site: SHOP, reachable: true, url: `${SHOP}/`, title: 'Shop' };

function runnerOf({ seen = found, came }: { seen?: Situation; came?: Outcome }) {
  const runner = withoutSecrets(
    { look: async () => seen, run: async () => came ?? { kind: 'failed', message: '' } },
    {
      of: async (site) =>
        site === SHOP ? [{ id: 's', site, name: 'password', value: 'correct horse', createdAt: 0 }] : [],
    },
  );
  return {
    look: () => runner.look(context),
    run: () => runner.run(context, { site: SHOP, signal: new AbortController().signal }),
  };
}

test('says nothing of a secret that stands in the title of a tab or the name of a button', async () => {
  const raised = { to: 'send' as const, reason: '"Use correct horse" belongs to a form.' };
  const seen = { ...found, title: 'Hello correct horse', headline: 'Click "Use correct horse"', raised };
  const looked = await runnerOf({ seen }).look();
  expect(JSON.stringify(looked)).not.toContain('correct horse');
  expect(looked).toMatchObject({ title: 'Hello secret:"password"', headline: 'Click "Use secret:"password""' });
});

test('sends no mail that holds a secret, and shows it on no card', async () => {
  const { look } = runnerOf({ seen: { ...found, payload: { to: ['a@b.example'], body: 'It is correct horse.' } } });
  expect(await look()).toMatchObject({ kind: 'gone', message: expect.stringContaining('saved secret') });
});

test('lets a mail without one be weighed as it stands', async () => {
  const seen = { ...found, payload: { body: 'It is a horse.' } };
  expect(await runnerOf({ seen }).look()).toEqual(seen);
});

test('says nothing of a secret that a page puts into its address or its title', async () => {
  const value = { tab: 7, url: `${SHOP}/?p=correct+horse`, title: 'Results for correct horse' };
  const came: Outcome = { kind: 'done', value, label: siteLabel(SHOP), words: 'Opened "Results for correct horse"' };
  expect(await runnerOf({ came }).run()).toMatchObject({
    value: { tab: 7, url: `${SHOP}/?p=secret:"password"`, title: 'Results for secret:"password"' },
    words: 'Opened "Results for secret:"password""',
  });
});

test('says nothing of it in a failure', async () => {
  const came: Outcome = { kind: 'failed', message: 'The field shows "Correct Horse".' };
  expect(await runnerOf({ came }).run()).toMatchObject({ message: 'The field shows "secret:"password"".' });
});
