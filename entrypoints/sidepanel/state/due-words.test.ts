import { expect, test } from 'vitest';
import { dayAndTime, dueWords } from './due-words.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-11-25T14:20:00');

test('says when something is due, the nearer the finer', () => {
  const times = ['2026-11-25T14:19', '2026-11-25T14:28', '2026-11-25T18:00', '2026-11-26T08:00', '2026-11-28T08:00'];
  expect([...times, '2027-01-04T08:00'].map((text) => dueWords(at(text), now))).toEqual([
    ...['any moment', 'in 8 min', '18:00', 'tomorrow 08:00', 'Sat 08:00', '4 Jan 2027'],
  ]);
  expect(dueWords(undefined, now)).toBe('no more');
});

test('tells a due time in full, also by the clock of another zone', () => {
  const instant = Date.UTC(2026, 10, 27, 7);
  expect(dayAndTime(instant, 'Europe/Berlin')).toBe('Fri 27 Nov, 08:00');
});
