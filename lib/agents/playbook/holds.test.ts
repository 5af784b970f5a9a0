import { expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import { USER } from '#lib/core/label.ts';
import { bind } from './bound.ts';
import { holds } from './holds.ts';

const of = (value: Json) => ({ names: new Map([['x', bind(value, USER)]]) });
const isPresent = (value: Json) => holds({ is: 'present', value: { ref: '/x' } }, of(value));
const isEqual = (value: Json, to: Json) => holds({ is: 'equal', value: { ref: '/x' }, to }, of(value));

test('takes null, blank text and empty lists for absent, and nothing else', () => {
  expect([null, '', ' \n', []].map(isPresent)).toEqual([false, false, false, false]);
  expect([0, false, 'a', [null], {}].map(isPresent)).toEqual([true, true, true, true, true]);
  expect(holds({ is: 'present', value: { ref: '/none' } }, of(1))).toBe(false);
});

test('holds empty where present does not', () => {
  expect(holds({ is: 'empty', value: [{ ref: '/x' }] }, of([]))).toBe(true);
  expect(holds({ is: 'empty', value: { ref: '/x' } }, of('a'))).toBe(false);
});

test('compares as JSON, whatever the order of names', () => {
  expect(isEqual({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(isEqual({ a: 1 }, { a: 1, b: null })).toBe(false);
  expect(isEqual([1, 2], [2, 1])).toBe(false);
  expect(isEqual('1', 1)).toBe(false);
});

test('compares with another reference', () => {
  expect(isEqual('a', { ref: '/x' })).toBe(true);
});
