import { expect, test } from 'vitest';
import { siteLabel, USER } from '#lib/core/label.ts';
import { bind, bindList, bindNames, jsonOf, labelOf } from './bound.ts';
import type { Scope } from './scope.ts';
import { resolve } from './template.ts';

const A = siteLabel('https://a.example');
const B = siteLabel('https://b.example');
const scope: Scope = {
  names: new Map([
    ['task', bind('Brief me', USER)],
    ['gone', bind(null, USER)],
    [
      'rows',
      bindList([
        bindNames({ reading: bind({ passages: [{ id: 'p1' }], title: 'A' }, A) }),
        bind(null, A),
        bindNames({ reading: bind({ passages: [{ id: 'p2' }, { id: 'p3' }], title: 'B' }, B) }),
      ]),
    ],
  ]),
};
const read = (template: Parameters<typeof resolve>[0]) => {
  const bound = resolve(template, scope);
  return bound && jsonOf(bound);
};

test('replaces references anywhere in a template', () => {
  expect(read({ a: [{ b: { ref: '/task' } }], c: 1 })).toEqual({ a: [{ b: 'Brief me' }], c: 1 });
});

test('leaves out fields and elements whose reference finds nothing or null', () => {
  expect(read({ a: { ref: '/none' }, b: { ref: '/gone' }, c: [{ ref: '/gone' }, 1] })).toEqual({ c: [1] });
});

test('reads a pointer from every element, past those that were dropped', () => {
  expect(read({ ref: '/rows', each: '/reading/title' })).toEqual(['A', 'B']);
});

test('joins lists into one', () => {
  const ids = [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }];
  expect(read({ ref: '/rows', each: '/reading/passages' })).toEqual(ids);
  expect(read(['x', { ref: '/rows', each: '/reading/passages' }])).toEqual(['x', ...ids]);
});

test('yields an empty list for each element of nothing', () => {
  expect(read({ ref: '/none', each: '/x' })).toEqual([]);
});

test('keeps a reference with more in it as plain data', () => {
  expect(read({ ref: '/task', more: 1 })).toEqual({ ref: '/task', more: 1 });
  expect(read({ ref: 'task' })).toEqual({ ref: 'task' });
});

test('labels a value with the label of the part that it came from, not of its neighbours', () => {
  const label = (template: Parameters<typeof resolve>[0]) => {
    const bound = resolve(template, scope);
    return bound && labelOf(bound);
  };
  expect(label({ ref: '/rows/0/reading/title' })).toEqual(A);
  expect(label({ ref: '/rows', each: '/reading/title' })).toEqual({
    sources: ['site:https://a.example', 'site:https://b.example'],
    trusted: false,
    readers: [],
  });
  expect(label('words')).toEqual({ sources: ['agent'], trusted: true, readers: 'anyone' });
});

test('finds no inherited properties', () => {
  expect(read({ a: { ref: '/rows/0/reading/constructor' }, b: { ref: '/constructor' } })).toEqual({});
});
