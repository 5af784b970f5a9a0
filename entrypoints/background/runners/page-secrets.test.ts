import { expect, test } from 'vitest';
import { beginRun } from '#lib/core/reduce.ts';
import type { SiteSecret } from '#lib/core/site-secret.ts';
import { fill } from '#lib/tools/page-tools.ts';
import { hideSecrets, reveal } from './page-secrets.ts';

const SHOP = 'https://shop.example';
const saved: SiteSecret = { id: 's', site: SHOP, name: 'shop password', value: 'correct horse', createdAt: 0 };
const used: string[] = [];
const ports = {
  of: async (site: string) => [saved].filter((one) => one.site === site),
  used: async (id: string) => void used.push(id),
};
const state = beginRun({
  ...{ run: 'r', seq: 0, at: 1 },
  happening: {
    ...{ kind: 'run-created', agent: 'a@1.0.0', task: 't', title: 't', inputs: [], engine: 'basic' },
    ...{ attended: true, root: 'r' },
  },
});
const filling = (text: string, spec = fill) => ({
  ...{ state, spec },
  call: { id: '1', tool: spec.name, args: { tab: 1, ref: 'e1', text }, labels: {} },
});

test('gives the value on its own site, and notes the use', async () => {
  expect(await reveal(filling('secret:"shop password"'), SHOP, ports)).toEqual({
    kind: 'value',
    text: 'correct horse',
  });
  expect(used).toEqual(['s']);
});

test.each([
  ['another site', 'secret:"shop password"', 'https://shop.example.evil'],
  ['another port', 'secret:"shop password"', 'https://shop.example:8443'],
  ['a name that is not saved', 'secret:"bank password"', SHOP],
])('gives nothing for %s', async (_, text, site) => {
  expect(await reveal(filling(text), site, ports)).toMatchObject({ kind: 'missing' });
});

test.each(['My secret:"shop password"', 'secret:"shop password" and more', 'secret:shop password', 'hello'])(
  'takes %s for a text like any other',
  async (text) => {
    expect(await reveal(filling(text), SHOP, ports)).toEqual({ kind: 'none' });
  },
);

test('is for filling only', async () => {
  const pressing = filling('secret:"shop password"', { ...fill, name: 'press' });
  expect(await reveal(pressing, SHOP, ports)).toEqual({ kind: 'none' });
});

test('puts the handle in the place of a value that a page shows, wherever it stands', () => {
  const said = { title: 'Hello correct horse', list: [{ 'correct horse': ['xcorrect horsex', 3, null] }] };
  expect(hideSecrets(said, [saved])).toEqual({
    title: 'Hello secret:"shop password"',
    list: [{ 'secret:"shop password"': ['xsecret:"shop password"x', 3, null] }],
  });
});

test('leaves what a very short value could stand in by chance', () => {
  expect(hideSecrets('a1b2', [{ ...saved, value: '1' }])).toBe('a1b2');
});

const tricky = { ...saved, value: 'Pä55  wörd&+#"x' };

test.each([
  ['that a form put into an address', `https://shop.example/?q=${new URLSearchParams({ p: tricky.value })}&n=1`],
  ['in the path of an address', new URL(`https://shop.example/a/${encodeURIComponent(tricky.value)}/b`).href],
  ['that a script put into an address', `https://shop.example/?p=${encodeURIComponent(tricky.value)}`],
  ['with its white space as a page shows it', 'You typed Pä55 wörd&+#"x.'],
  ['in capitals', `YOU TYPED ${tricky.value.toUpperCase()}.`],
  ['in small percent signs', `?p=${encodeURIComponent(tricky.value).toLowerCase()}`],
])('hides a value %s', (_, said) => {
  const hidden = hideSecrets(said, [tricky]);
  expect(hidden).toContain('secret:"shop password"');
  expect(hidden).not.toMatch(/55/);
});

test('hides the whole of a value that begins with another', () => {
  const longer = { ...saved, id: 'l', name: 'longer', value: 'correct horse battery' };
  expect(hideSecrets('It is correct horse battery, or correct horse.', [saved, longer])).toBe(
    'It is secret:"longer", or secret:"shop password".',
  );
});

test('leaves the handles that it put in as they are', () => {
  const named = { ...saved, id: 'n', name: 'other', value: 'secret' };
  expect(hideSecrets('correct horse', [saved, named])).toBe('secret:"shop password"');
});
