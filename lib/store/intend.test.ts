import { expect, test } from 'vitest';
import type { Grant } from '#lib/core/grant.ts';
import { standingOn } from '#lib/core/grant.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';

const SITE = 'https://news.example';
const few: Grant = {
  ...{ id: 'g', agent: 'researcher', capability: 'read', site: SITE, mode: 'always', left: 2 },
  ...{ createdAt: 0, usedAt: 0 },
};
const begun = [{ kind: 'call-started', call: '1' }] as const;

/** A run that `me` holds, on a site with this grant; `intend` begins a call by what stands there at first. */
async function world(grant: Grant = few) {
  const { store, time } = freshStore();
  time.now = 1_000;
  await store.journal.create(newRun());
  await store.journal.claim('run-1', { owner: 'me', until: 9_000 }, new Set());
  await store.grants.put(grant);
  const standing = standingOn(SITE, { grants: await store.grants.all(), sites: [] });
  const intend = (owner = 'me') =>
    store.journal.intend('run-1', begun, { owner, permission: { site: SITE, standing, uses: ['g'] } });
  const kinds = async () => (await store.journal.events('run-1')).map((one) => one.happening.kind);
  return { store, time, intend, kinds };
}

test('writes an intent and counts the grant in one', async () => {
  const { store, intend, kinds } = await world();
  expect(await intend()).toBe('written');
  expect(await kinds()).toEqual(['run-created', 'call-started']);
  expect(await store.grants.all()).toEqual([{ ...few, left: 1, usedAt: 1_000 }]);
});

test.each<[string, (w: Awaited<ReturnType<typeof world>>) => Promise<unknown>]>([
  ['the grant is revoked', ({ store }) => store.grants.revoke('g')],
  ['the grant has been used up', ({ store }) => store.grants.put({ ...few, left: 0 })],
  ['the site is shut', ({ store }) => store.database.sites.put({ site: SITE, onDeviceOnly: false, never: true })],
  ['something is refused there', ({ store }) => store.grants.put({ ...few, id: 'no', agent: '*', mode: 'never' })],
])('writes nothing once %s', async (_, change) => {
  const made = await world();
  await change(made);
  const before = await made.store.grants.all();
  expect(await made.intend()).toBe('changed');
  expect(await made.kinds()).toEqual(['run-created']);
  expect(await made.store.grants.all()).toEqual(before);
});

test('writes nothing on a number of this machine once the person shuts those', async () => {
  const site = 'http://127.0.0.1:8080';
  const { store } = await world();
  const permission = { site, standing: standingOn(site, { grants: [], sites: [] }), uses: [] };
  const intend = () => store.journal.intend('run-1', begun, { owner: 'me', permission });
  expect(await intend()).toBe('changed');
  await store.settings.setLoopback(true);
  expect(await intend()).toBe('written');
});

test('writes nothing while everything is held, and counts nothing', async () => {
  const { store, intend, kinds } = await world();
  await store.settings.hold(5);
  expect(await intend()).toBe('lost');
  expect([await kinds(), (await store.grants.all())[0]?.left]).toEqual([['run-created'], 2]);
  await store.settings.release();
  expect(await intend()).toBe('written');
});

test('writes nothing for another owner, or once the person has paused the run', async () => {
  const { store, intend, kinds } = await world();
  expect(await intend('somebody')).toBe('lost');
  await store.journal.append('run-1', [{ kind: 'run-paused', by: 'user', reason: 'You paused it.' }]);
  expect(await intend()).toBe('lost');
  expect([(await kinds()).includes('call-started'), (await store.grants.all())[0]?.left]).toEqual([false, 2]);
});

test('notes by the minute when a grant that is not counted was used', async () => {
  const { left: _, ...endless } = few;
  const { store, time, intend } = await world({ ...endless, usedAt: 1_000 });
  time.now = 8_000;
  await intend();
  expect((await store.grants.all())[0]?.usedAt).toBe(1_000);
  time.now = 61_000;
  await intend();
  expect((await store.grants.all())[0]?.usedAt).toBe(61_000);
});

test('takes no notice of grants on other sites', async () => {
  const { store, intend } = await world();
  await store.grants.put({ ...few, id: 'other', site: 'https://mail.example' });
  expect(await intend()).toBe('written');
});
