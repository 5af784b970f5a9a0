import { expect, test } from 'vitest';
import { questionOf } from './question.ts';
import type { RunRow } from './run.ts';
import { anyRow } from './run-row.test-support.ts';

const asks = (...rows: Partial<RunRow>[]) =>
  new Set(rows.flatMap((row, nth) => questionOf(anyRow({ id: `run-${nth}`, root: 'root', ...row })) ?? [])).size;
const paused = (more: Partial<RunRow>): Partial<RunRow> => ({ status: 'paused', ...more });

test.each<[string, Partial<RunRow>[], number]>([
  ['the cap of a tree', [paused({ pausedBy: 'budget' }), paused({ pausedBy: 'budget' })], 1],
  ['one site', [1, 2].map(() => paused({ pausedBy: 'permission', site: 'https://a.example' })), 1],
  ['two sites', ['a', 'b'].map((site) => paused({ pausedBy: 'permission', site })), 2],
  ['one trouble with a model', [1, 2].map(() => paused({ pausedBy: 'model', reason: 'It is gone.' })), 1],
  ['a model that is gone, in two trees', ['x', 'y'].map((root) => paused({ pausedBy: 'model', root })), 2],
  ['what the person paused', [paused({ pausedBy: 'user' })], 0],
  ['a parent that waits for a child', [{ status: 'waiting', waitingOn: 'child' }], 0],
  ['an input', [{ status: 'waiting', waitingOn: 'input' }], 1],
])('%s is asked about as often as there is something to say to it', (_, rows, count) => {
  expect(asks(...rows)).toBe(count);
});
