import { expect, test } from 'vitest';
import { mailsIn, urlsIn } from './addresses.ts';

test('a word that no address would be is passed over, and those beside it are found', () => {
  const endless = `${')'.repeat(100_000)}x ${'.'.repeat(100_000)}x`;
  const text = `${endless} mira@example.org ${endless} https://news.example/a ${endless}`;
  expect(mailsIn(text).map((one) => one.normal)).toEqual(['mira@example.org']);
  expect(urlsIn(text).map((one) => one.normal)).toEqual(['https://news.example/a']);
});
