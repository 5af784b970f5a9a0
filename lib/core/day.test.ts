import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayBefore, dayOf, nextDay } from './day.ts';

const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Europe/Berlin';
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});
const at = (iso: string) => Date.parse(iso);

test("tells the day of the person's own zone", () => {
  expect(dayOf(at('2026-07-01T21:59:00Z'))).toBe('2026-07-01');
  expect(dayOf(at('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
});

test('counts days back by the calendar, over months and changes of the clock', () => {
  expect(dayBefore(at('2026-03-30T10:00:00Z'), 30)).toBe('2026-02-28');
  expect(dayBefore(at('2026-03-30T00:30:00Z'), 1)).toBe('2026-03-29');
  expect(dayBefore(at('2026-03-30T00:30:00Z'), 0)).toBe('2026-03-30');
});

test('finds the beginning of the next day, on days of 23 and 25 hours too', () => {
  expect(nextDay(at('2026-03-28T23:00:00Z'))).toBe(at('2026-03-29T22:00:00Z'));
  expect(nextDay(at('2026-10-24T22:00:00Z'))).toBe(at('2026-10-25T23:00:00Z'));
});
