import { expect, test } from 'vitest';
import { ago, cost, elapsed, lapse, money, short, timeOf, took } from './format.ts';

test('reads durations like a clock', () => {
  expect([0, 42_000, 725_000, 3_729_000].map(elapsed)).toEqual(['0:00', '0:42', '12:05', '1:02:09']);
});

test('writes numbers in three figures', () => {
  expect([0, 940, 1000, 3074, 9960, 42_100, 999_600, 1_240_000].map(short)).toEqual([
    ...['0', '940', '1k', '3.1k', '10k', '42k', '1M', '1.2M'],
  ]);
});

test('tells time relative up to a day, then as a date', () => {
  const now = new Date('2026-11-22T15:00:00').getTime();
  const before = [20_000, 12 * 60_000, 5 * 3_600_000, 26 * 3_600_000].map((ms) => ago(now - ms, now));
  expect(before).toEqual(['just now', '12 min ago', '5 h ago', '21 Nov']);
  expect(ago(new Date('2024-02-03T10:00:00').getTime(), now)).toBe('3 Feb 2024');
});

test('writes how long a call took', () => {
  expect([120.4, 3400].map(took)).toEqual(['120 ms', '3.4 s']);
});

test('tells a stretch of time in its largest unit', () => {
  expect([8_400, 89_000, 200_000, 3 * 3_600_000, 50 * 3_600_000].map(lapse)).toEqual([
    ...['8 s', '89 s', '3 min', '3 h', '2 days'],
  ]);
});

test('tells the time of day, with the day where it is another one', () => {
  const now = new Date('2026-11-22T15:00:00').getTime();
  expect([now, now + 24 * 3_600_000].map((at) => timeOf(at, now))).toEqual(['15:00', '23 Nov, 15:00']);
});

test('writes money exactly where it is little', () => {
  expect([0, 0.0004, 0.012, 0.01, 0.42, 99.5, 1240].map(money)).toEqual([
    ...['$0.00', '<$0.001', '$0.012', '$0.01', '$0.42', '$99.50', '$1,240'],
  ]);
});

test('writes no cost for what was free, and a lower bound where a price is not known', () => {
  const bills = [
    { usd: 0, unpriced: 0 },
    { usd: 0.012, unpriced: 0 },
    { usd: 0.01, unpriced: 800 },
    { usd: 0, unpriced: 800 },
  ];
  expect(bills.map(cost)).toEqual(['', '$0.012', '≥ $0.01', '≥ $0']);
});
