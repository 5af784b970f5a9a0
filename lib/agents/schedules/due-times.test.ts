import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cadence } from '#lib/core/schedule.ts';
import { readCadence } from './due-times.ts';
import { nextDue, problemOf } from './next-due.ts';
import { minuteByMinute } from './oracle.test-support.ts';

const at = (text: string) => Date.parse(text);
const cron = (expression: string, zone: string): Cadence => ({ kind: 'cron', expression, zone });
const iso = (times: readonly number[]) => times.map((time) => new Date(time).toISOString().slice(0, 16));
const next = (cadence: Cadence, from: string, count: number) => iso(nextDue({ cadence }, at(from), count));

test('a local time that a clock change skips does not fire', () => {
  expect(next(cron('30 2 * * *', 'Europe/Berlin'), '2026-03-28T00:00Z', 3)).toEqual([
    '2026-03-28T01:30',
    '2026-03-30T00:30',
    '2026-03-31T00:30',
  ]);
});

test('a local time that a clock change doubles fires twice', () => {
  expect(next(cron('30 2 * * *', 'Europe/Berlin'), '2026-10-24T12:00Z', 3)).toEqual([
    '2026-10-25T00:30',
    '2026-10-25T01:30',
    '2026-10-26T01:30',
  ]);
});

test('a zone whose clock is put back across midnight keeps the order of its times', () => {
  // Until 2011 the clocks of St. John's were put back at 00:01, to 23:01 of the day before.
  const times = next(cron('0,30 0,23 * * *', 'America/St_Johns'), '2010-11-07T00:00Z', 7);
  expect(times).toEqual([...times].sort());
  expect(times.slice(0, 5)).toEqual([
    '2010-11-07T01:30',
    '2010-11-07T02:00',
    '2010-11-07T02:30',
    '2010-11-07T03:00',
    '2010-11-07T03:30',
  ]);
});

test('UTC has no clock changes', () => {
  expect(next(cron('30 2 * * *', 'UTC'), '2026-03-28T00:00Z', 2)).toEqual(['2026-03-28T02:30', '2026-03-29T02:30']);
});

test('six-hour intervals lie on a grid, whenever the machine was up', () => {
  const cadence: Cadence = { kind: 'interval', minutes: 360, anchor: at('2026-01-01T00:15Z') };
  expect(next(cadence, '2026-11-26T07:00Z', 3)).toEqual(['2026-11-26T12:15', '2026-11-26T18:15', '2026-11-27T00:15']);
  expect(next(cadence, '2026-11-26T12:14Z', 1)).toEqual(['2026-11-26T12:15']);
  expect(next(cadence, '2026-11-26T12:15Z', 1)).toEqual(['2026-11-26T18:15']);
  // Also before its anchor, should the clock be put back.
  expect(next(cadence, '2025-12-31T12:00Z', 1)).toEqual(['2025-12-31T12:15']);
});

test('a time of its own comes once', () => {
  const cadence: Cadence = { kind: 'once', at: at('2026-11-26T08:00Z') };
  expect(next(cadence, '2026-11-26T07:59Z', 3)).toEqual(['2026-11-26T08:00']);
  expect(next(cadence, '2026-11-26T08:00Z', 3)).toEqual([]);
});

test('a 29 February is found, also across 2100', () => {
  expect(next(cron('0 0 29 2 *', 'UTC'), '2096-03-01T00:00Z', 1)).toEqual(['2104-02-29T00:00']);
});

test.each([
  [cron('0 8 * * *', 'Europe/Atlantis'), 'There is no time zone "Europe/Atlantis".'],
  [cron('0 8 * * *', ''), 'There is no time zone "".'],
  [cron('0 0 30 2 *', 'UTC'), '"0 0 30 2 *" names a day that no year has.'],
  [cron('0 0 31 4,6 *', 'UTC'), '"0 0 31 4,6 *" names a day that no year has.'],
  [cron('8 * * *', 'UTC'), '"8 * * *" has 4 fields'],
  [cron('* * * * * *', 'UTC'), '"* * * * * *" has 6 fields'],
  [cron('', 'UTC'), '"" has 0 fields'],
  [cron('@daily', 'UTC'), '"@daily" has 1 fields'],
  [cron('60 * * * *', 'UTC'), '"60 * * * *" is no cron expression'],
  [cron('0 8 ? * *', 'UTC'), '"0 8 ? * *" has a "?"'],
  [{ kind: 'once', at: at('2026-01-01T00:00Z') } as const, 'That time is over.'],
] satisfies [Cadence, string][])('%j is refused with a sentence', (cadence, sentence) => {
  expect(problemOf(cadence, at('2026-11-26T00:00Z'))).toContain(sentence);
});

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
];
const field = (values: readonly string[]) => fc.constantFrom('*', ...values);
const cadences: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({
    kind: fc.constant('cron' as const),
    expression: fc
      .tuple(
        field(['0', '30', '*/7', '5,50', '10-12']),
        field(['2', '1-3', '*/6', '0,23', '8']),
        field(['1', '15,29', '25']),
        field(['3', '10,11', '4']),
        field(['0', '1-5', '7', 'MON']),
      )
      .map((fields) => fields.join(' ')),
    zone: fc.constantFrom(...ZONES),
  }),
  fc.record({
    kind: fc.constant('interval' as const),
    minutes: fc.integer({ min: 1, max: 3000 }),
    anchor: fc.integer({ min: 0, max: 1e6 }).map((minute) => minute * 60_000),
  }),
);
/** Moments near the clock changes of the zones above, and any others. */
const moments = fc
  .oneof(
    fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2027-03-14T07:00Z', '2026-11-01T06:00Z').map(at),
    fc.constantFrom('2026-04-04T15:00Z', '2026-10-03T15:30Z', '2026-02-15T02:00Z', '2026-03-22T02:00Z').map(at),
    fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2036-01-01T00:00Z') }),
  )
  .chain((moment) => fc.integer({ min: -1500, max: 1500 }).map((minutes) => moment + minutes * 60_000 + 7));

test('due times are those at which a clock in the zone shows them, minute by minute', () => {
  fc.assert(
    fc.property(
      cadences,
      moments,
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 50 }),
      (cadence, from, minutes, most) => {
        const until = from + minutes * 60_000;
        const read = readCadence(cadence, from);
        if (read.kind === 'wrong') return expect(read.message).toContain('names a day that no year has');
        const expected = minuteByMinute(cadence, from, until);
        const stretch = read.due.within(from, until, most);
        expect(stretch.times).toEqual(expected.slice(-most));
        const counted = expected.slice(0, -most);
        const earlier =
          counted.length > 0 ? { count: counted.length, first: counted[0], last: counted.at(-1) } : undefined;
        expect(stretch.earlier).toEqual(earlier);
        expect(read.due.next(from, most).filter((one) => one <= until)).toEqual(expected.slice(0, most));
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);
