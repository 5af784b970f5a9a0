import { expect, test, vi } from 'vitest';
import type { Effect } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import { USER } from '#lib/core/label.ts';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { mayBeLost } from './durability.ts';

const decided = (effect: Effect, verdict: 'allow' | 'ask' = 'allow'): Happening => ({
  ...{ kind: 'call-decided', call: 'c', verdict, rule: 'r', effect, site: 's', reasons: [], controls: [], words: 'w' },
});
const started: Happening = { kind: 'call-started', call: 'c' };
const ended: Happening = { kind: 'call-ended', call: 'c', outcome: { kind: 'failed', message: 'No.' }, ms: 1 };

test.each<[Effect, boolean]>([
  ['read', true],
  ['draft', true],
  ['act', false],
  ['send', false],
])('the intent of a %s may be lost to a power cut: %s', (effect, expected) => {
  expect(mayBeLost([decided(effect), started], undefined)).toBe(expected);
});

test('the end of a call may be lost where its intent might', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  const call = { id: 'c', tool: 't', args: {}, labels: { '*': USER } };
  await store.journal.append('run-1', [{ kind: 'call-requested', call }, decided('act'), started]);
  const state = await store.journal.fold('run-1');
  expect(mayBeLost([ended], state)).toBe(false);
  // Of a call that nobody knows nothing may be lost.
  expect(mayBeLost([ended], undefined)).toBe(false);
});

test.each<[string, Happening]>([
  ['what the person is asked', decided('read', 'ask')],
  ['what the person said', { kind: 'stop-requested' }],
  ['how a run ended', { kind: 'run-ended', state: 'succeeded', reason: 'Done.' }],
])('%s is on disk, and what goes with it', (_, happening) => {
  expect(mayBeLost([{ kind: 'run-started' }, happening], undefined)).toBe(false);
});

test('commits what may be lost without waiting for the disk, and an intent to act only when it is there', async () => {
  // Before the database is opened: Dexie keeps the function that it finds then.
  const open = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const { store } = freshStore();
  await store.journal.create(newRun());
  const newest = () => open.mock.calls.findLast(([, mode]) => mode === 'readwrite')?.[2];
  await store.journal.append('run-1', [{ kind: 'run-started' }]);
  expect(newest()).toEqual({ durability: 'relaxed' });
  await store.journal.append('run-1', [decided('send'), started]);
  expect(newest()).toEqual({ durability: 'strict' });
});
