import { expect, test } from 'vitest';
import type { Cadence } from '#lib/core/schedule.ts';
import { expressionOf, patternOf, readCadenceText, textOfCadence } from './cadence-text.ts';

const now = new Date('2026-11-25T14:20:00').getTime();
const zone = 'Europe/Berlin';

test.each<Cadence>([
  { kind: 'once', at: new Date('2026-12-01T08:00:00').getTime() },
  { kind: 'interval', minutes: 90, anchor: now },
  { kind: 'interval', minutes: 180, anchor: now },
  { kind: 'interval', minutes: 2880, anchor: now },
  { kind: 'cron', expression: '15 9 * * 1-5', zone: 'America/New_York' },
])('says %j in boxes and reads it back the same', (cadence) => {
  expect(readCadenceText(textOfCadence(cadence, now, zone))).toEqual(cadence);
});

test('shows an interval in its largest unit', () => {
  const shown = [90, 180, 2880].map((minutes) => {
    const { every, unit } = textOfCadence({ kind: 'interval', minutes, anchor: now }, now, zone);
    return [every, unit];
  });
  expect(shown).toEqual([
    ['90', 'minutes'],
    ['3', 'hours'],
    ['2', 'days'],
  ]);
});

test('says what is missing of a time, and of a number', () => {
  const text = textOfCadence({ kind: 'interval', minutes: 60, anchor: now }, now, zone);
  expect([
    readCadenceText({ ...text, kind: 'once', at: '' }),
    readCadenceText({ ...text, every: '1.5' }),
    readCadenceText({ ...text, every: '' }),
    readCadenceText({ ...text, from: 'soon' }),
  ]).toEqual([
    'Choose a day and a time.',
    'Write a whole number, 1 or more.',
    'Write a whole number, 1 or more.',
    'Choose a day and a time.',
  ]);
});

test('knows the plain patterns of an expression, and leaves any other as it is', () => {
  expect(['0 8 * * *', '5 17 * * 1-5', '30 9 1 * *', '*/15 * * * *', '0 25 * * *', 'rubbish'].map(patternOf)).toEqual([
    { pattern: 'day', time: '08:00' },
    { pattern: 'weekday', time: '17:05' },
    { pattern: 'first', time: '09:30' },
    ...Array.from({ length: 3 }, () => ({ pattern: 'own', time: '' })),
  ]);
  expect([expressionOf('mon', '07:05'), expressionOf('mon', '')]).toEqual(['5 7 * * 1', undefined]);
});
