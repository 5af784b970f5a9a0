import { expect, test } from 'vitest';
import { figureOf, quantile, rounded, stepTimes } from './figures.ts';

test('takes the middle, and what 19 of 20 stay under', () => {
  const times = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(figureOf(times)).toEqual({ median: 50, p95: 95, count: 100 });
  expect(figureOf([3, 1, 2])).toEqual({ median: 2, p95: 3, count: 3 });
});

test('says nothing of nothing', () => {
  expect(quantile([], 0.5)).toBeNaN();
});

test('shares the time of a turn between its question and its call', () => {
  // Questions at 0, 10 and 30, their calls somewhere in between.
  expect(stepTimes([0, 9, 10, 11, 30])).toEqual([5, 10]);
});

test('keeps three figures', () => {
  expect([12.3456, 0.012345, 1234.5].map(rounded)).toEqual([12.3, 0.0123, 1230]);
});
