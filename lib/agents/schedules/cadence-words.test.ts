import { expect, test } from 'vitest';
import { cadenceInWords } from './cadence-words.ts';
import { momentInWords } from './moment-words.ts';

const at = (text: string) => Date.parse(text);

test.each([
  ['0 8 * * 1-5', 'every weekday at 08:00, Europe/Berlin'],
  ['0 8 * * MON-FRI', 'every weekday at 08:00, Europe/Berlin'],
  ['30 7 * * *', 'every day at 07:30, Europe/Berlin'],
  ['0 9,17 * * *', 'every day at 09:00 and 17:00, Europe/Berlin'],
  ['0 9 * * 0,1', 'every Monday and Sunday at 09:00, Europe/Berlin'],
  ['0 9 * * 7', 'every Sunday at 09:00, Europe/Berlin'],
  ['0 * * * *', 'every hour, on the hour, Europe/Berlin'],
  ['5 * * * *', 'every hour, at 5 past the hour, Europe/Berlin'],
  ['*/15 * * * *', 'every 15 minutes, Europe/Berlin'],
  ['* * * * *', 'every minute, Europe/Berlin'],
  ['0 9-17 * * 1-5', 'every weekday, every hour from 09:00 to 17:00, Europe/Berlin'],
  ['0 0 1 * *', 'on day 1 of every month at 00:00, Europe/Berlin'],
  ['0 0 24 12 *', 'every year on 24 Dec at 00:00, Europe/Berlin'],
  ['0 8 13 * 5', 'by the cron expression "0 8 13 * 5", Europe/Berlin'],
  ['*/7 * * * *', 'by the cron expression "*/7 * * * *", Europe/Berlin'],
])('%s is "%s"', (expression, words) => {
  expect(cadenceInWords({ kind: 'cron', expression, zone: 'Europe/Berlin' }, 'UTC')).toBe(words);
});

test.each([
  [360, '2026-01-01T00:00Z', 'every 6 hours, on the hour'],
  [60, '2026-01-01T00:15Z', 'every hour, at 15 past the hour'],
  [20, '2026-01-01T00:05Z', 'every 20 minutes, from 5 past the hour'],
  [1, '2026-01-01T00:00Z', 'every minute'],
  [45, '2026-01-01T00:10Z', 'every 45 minutes'],
])('an interval of %i minutes from %s is "%s"', (minutes, anchor, words) => {
  expect(cadenceInWords({ kind: 'interval', minutes, anchor: at(anchor) }, 'UTC')).toBe(words);
});

test('a moment reads as a clock in the zone shows it', () => {
  expect(cadenceInWords({ kind: 'once', at: at('2026-11-27T07:00Z') }, 'Europe/Berlin')).toBe(
    'once, on Fri 27 Nov 2026, 08:00',
  );
  expect(momentInWords(at('2026-11-27T07:00Z'), 'Asia/Kathmandu')).toBe('Fri 27 Nov 2026, 12:45');
});
