import { expect, test } from 'vitest';
import { holdList } from './held-list.ts';

const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ids = (list: ReturnType<typeof holdList>) => list.map(({ item, gone }) => `${item.id}${gone ? ' gone' : ''}`);

test('keeps every place while it is held: what left stays marked, what came stands at the end', () => {
  expect(ids(holdList(holdList([], [a, b], false), [c, b], true))).toEqual(['a gone', 'b', 'c']);
});

test('shows the list as it is once nothing holds it', () => {
  expect(ids(holdList(holdList([], [a, b], false), [c, b], false))).toEqual(['c', 'b']);
});

test('shows the newest of an item that stayed', () => {
  const [shown] = holdList([{ item: { id: 'a', n: 1 }, gone: false }], [{ id: 'a', n: 2 }], true);
  expect(shown).toEqual({ item: { id: 'a', n: 2 }, gone: false });
});
