import { expect, test } from 'vitest';
import { AGENT } from '#lib/core/label.ts';
import { freshStore } from '../../tests/support/store.ts';

const content = (text: string) => ({
  ...{ title: 'Brief', content: { markdown: text }, hash: `hash of ${text}`, citations: [], label: AGENT },
  provenance: { by: 'agent' as const, calls: [], approvals: [], inputs: [] },
});

test('yields what a call made when the call is repeated', async () => {
  const { store } = freshStore();
  const first = await store.artifacts.save(content('a'), 'report', 'run/1');
  const again = await store.artifacts.save(content('a'), 'report', 'run/1');
  expect([again.artifact, again.version]).toEqual([first.artifact, 1]);
  expect(await store.database.artifacts.count()).toBe(1);
});

test('makes a version only when the content changed', async () => {
  const { store } = freshStore();
  const { artifact } = await store.artifacts.save(content('a'), 'report', 'k1');
  expect((await store.artifacts.save(content('a'), 'report', 'k2', artifact)).version).toBe(1);
  expect((await store.artifacts.save(content('b'), 'report', 'k3', artifact)).version).toBe(2);
  expect((await store.artifacts.get(artifact, 1))?.content).toEqual({ markdown: 'a' });
});

test('sets an unreadable version aside and reports it', async () => {
  const { store } = freshStore();
  await store.database.artifacts.put({ id: 'x', kind: 'report', title: 'x', version: 1, createdAt: 1, updatedAt: 1 });
  await store.database.versions.put({ artifact: 'x', version: 1, title: 7 } as never);
  expect(await store.artifacts.get('x')).toBeUndefined();
  await expect.poll(() => store.database.setAside.count()).toBe(1);
  expect(await store.database.versions.count()).toBe(0);
});
