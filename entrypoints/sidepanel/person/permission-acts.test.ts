import { expect, test } from 'vitest';
import type { Grant } from '#lib/core/grant.ts';
import { freshStore, newRun } from '../../../tests/support/store.ts';
import { createPermissionActs } from './permission-acts.ts';

const grantOf = (change: Partial<Grant> = {}): Grant => ({
  ...{ id: 'g1', agent: 'correspondent', capability: 'mail', site: 'https://mail.example', mode: 'always' },
  ...{ tool: 'send', domains: ['example.org'], until: 9e12, left: 2, createdAt: 5, usedAt: 7 },
  ...change,
});

function world() {
  const { store } = freshStore();
  const rows = () => store.database.grants.toArray();
  const heard = async () => (await store.database.audit.toArray()).map((one) => one.what);
  return { store, acts: createPermissionActs(store), rows, heard };
}

test('puts a revoked permission back with every bound it had, and writes both down', async () => {
  const { store, acts, rows, heard } = world();
  await store.grants.put(grantOf());
  await acts.revoke('g1');
  expect(await rows()).toEqual([]);
  await acts.restoreGrant(grantOf());
  expect([await rows(), await heard()]).toEqual([[grantOf()], ['grant-revoked', 'grant-set']]);
});

test('puts nothing back over what the person said since', async () => {
  const { acts, rows } = world();
  await acts.setGrant({ agent: 'correspondent', capability: 'mail', site: 'https://mail.example', mode: 'off' });
  await acts.restoreGrant(grantOf());
  expect((await rows()).map((one) => one.mode)).toEqual(['off']);
});

test('puts nothing back for a run that is over, and does for one that lives', async () => {
  const { store, acts, rows } = world();
  await store.journal.create(newRun({}));
  const leave = grantOf({ mode: 'run', run: 'run-1' });
  await acts.restoreGrant(leave);
  expect(await rows()).toEqual([leave]);
  await acts.revoke('g1');
  await store.journal.append('run-1', [{ kind: 'run-ended', state: 'cancelled', reason: 's' }]);
  await acts.restoreGrant(leave);
  expect(await rows()).toEqual([]);
});

test('says nothing that the audit cannot hold: no permission changes without its row', async () => {
  const { store, acts, rows } = world();
  await store.grants.put(grantOf());
  store.database.audit.hook('creating', () => {
    throw new Error('no room');
  });
  const site = 'https://mail.example';
  await expect(acts.revoke('g1')).rejects.toThrow();
  await expect(acts.setSite(site, { never: true })).rejects.toThrow();
  await expect(acts.setLoopback(true)).rejects.toThrow();
  await store.settings.hold(5);
  await expect(acts.release()).rejects.toThrow();
  expect(await rows()).toEqual([grantOf()]);
  expect(await store.database.sites.get(site)).toBeUndefined();
  expect([await store.settings.loopback(), await store.settings.heldSince()]).toEqual([false, 5]);
});
