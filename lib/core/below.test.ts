import { expect, test } from 'vitest';
import { belowIn, goingAlong, isOwed } from './below.ts';
import type { RunRow } from './run.ts';
import { anyRow } from './run-row.test-support.ts';

const row = (id: string, parent: string | undefined, more: Partial<RunRow> = {}) =>
  anyRow({ id, root: 'root', ...(parent !== undefined && { parent }), ...more });
const paused = (by: RunRow['pausedBy'], reason = ''): Partial<RunRow> => ({
  ...{ status: 'paused', reason, ...(by && { pausedBy: by }) },
});
const ids = (rows: readonly RunRow[]) => rows.map((one) => one.id);
const waits: Partial<RunRow> = { status: 'waiting', waitingOn: 'child' };

test('takes a run with all below it, and nothing beside it', () => {
  const tree = [row('root', undefined), row('a', 'root'), row('b', 'root'), row('a1', 'a'), row('a2', 'a1')];
  expect(ids(belowIn(tree, 'a'))).toEqual(['a', 'a1', 'a2']);
  expect(ids(belowIn(tree, 'root'))).toEqual(ids(tree));
  expect(ids(belowIn(tree.toReversed(), 'a'))).toEqual(['a2', 'a1', 'a']);
  expect(belowIn([], 'a')).toEqual([]);
});

test.each<[string, RunRow[], string, string[]]>([
  [
    'what was paused along with it by the person',
    [row('root', undefined, paused('user')), row('a', 'root', paused('user')), row('b', 'root', paused('model'))],
    'root',
    ['a'],
  ],
  [
    'whatever holds up a run that only waits',
    [
      row('root', undefined, waits),
      row('a', 'root', paused('model')),
      row('b', 'root', paused('fault')),
      row('c', 'root'),
    ],
    'root',
    ['a', 'b'],
  ],
  [
    'what has the same trouble beside it',
    [
      row('root', undefined, waits),
      row('a', 'root', paused('model', 'It is gone.')),
      row('b', 'root', paused('model', 'It is gone.')),
      row('c', 'root', paused('model', 'It stays on this device.')),
    ],
    'a',
    ['b'],
  ],
  [
    'nothing that the person paused by itself',
    [row('root', undefined, paused('model')), row('a', 'root', paused('user'))],
    'root',
    [],
  ],
])('lets go on with a run %s', (_, tree, run, along) => {
  const self = tree.find((one) => one.id === run);
  if (!self) throw new Error('There is no such run.');
  expect(ids(goingAlong(self, tree))).toEqual(along);
});

test('a run that waits is owed an answer once fewer work for it than it has calls open', () => {
  const parent = row('root', undefined, { ...waits, openCalls: 2 });
  const owed = (...children: Partial<RunRow>[]) =>
    isOwed(parent, [parent, ...children.map((more, nth) => row(`${nth}`, 'root', more))]);
  expect([owed({}, { status: 'paused' }), owed({}, { status: 'failed' }), owed({})]).toEqual([false, true, true]);
  expect(isOwed(row('a', 'root', { status: 'running', openCalls: 1 }), [])).toBe(false);
});
