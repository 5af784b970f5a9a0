import { expect, test } from 'vitest';
import { daysIn, isDay, isSameDay } from './days.ts';

test.each([
  ['2024-05-26', 'on May 26th, 2024'],
  ['2024-05-26', 'am 26.05.2024'],
  ['2024-05-26', 'am 26. Mai 2024'],
  ['2024-05-26', 'on 26 May'],
  ['May 26th', 'on 26 May'],
  ['26/05/2024', 'on 2024-05-26.'],
  ['2024-05-26', 'the 26th of May, 2024'],
])('%s is the day of "%s"', (value, text) => {
  expect(isSameDay(value, text)).toBe(true);
});

test.each([
  ['2024-05-26', 'on May 27th'],
  ['2024-05-26', 'on May 26th, 2025'],
  ['2024-05-04', 'on 04/05/2024'],
  ['2024-05-26T10:00', 'on May 26th'],
  ['2024-05-26 secret', 'on May 26th'],
  ['2024-05-26', 'version 2024-05-261'],
  ['26', 'on May 26th'],
])('%s is not the day of "%s"', (value, text) => {
  expect(isSameDay(value, text)).toBe(false);
});

test.each(['2024-05-26', '2024-05-26T10:00', '2024-05-26 10:00', 'May 26th', '26.05.2024', '10:30', 'Monday', 'heute'])(
  '%s is a day or a time and names nothing',
  (value) => {
    expect(isDay(value)).toBe(true);
  },
);

test.each(['May plans', 'Meeting 2024-05-26', 'general', '13', ''])('%s is no day', (value) => {
  expect(isDay(value)).toBe(false);
});

test('what could be two days is none', () => {
  expect(daysIn('03/04/2024, 13/04/2024 and 04/04/2024')).toEqual(['2024-04-13', '2024-04-04']);
});
