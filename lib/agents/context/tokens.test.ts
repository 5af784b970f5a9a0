import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateTokens } from '#lib/core/tokens.ts';
import { cutToTokens } from './tokens.ts';

test('counts about four Latin characters to a token, fewer in other scripts', () => {
  expect(estimateTokens('')).toBe(0);
  expect(estimateTokens('x'.repeat(400))).toBe(100);
  expect(estimateTokens('é'.repeat(400))).toBe(100);
  expect(estimateTokens('漢'.repeat(150))).toBe(100);
  expect(estimateTokens('ひ'.repeat(150))).toBe(100);
  expect(estimateTokens('ж'.repeat(250))).toBe(100);
});

test('cuts a text to its beginning, within the tokens, without half characters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.integer({ min: 8, max: 60 }),
      (text, room) => {
        const cut = cutToTokens(text, room);
        expect(estimateTokens(cut)).toBeLessThanOrEqual(room);
        expect(cut.isWellFormed()).toBe(true);
        expect(text.startsWith(cut.replace(/ … \(shortened\)$/, ''))).toBe(true);
      },
    ),
  );
});

test('leaves a text alone that fits', () => {
  expect(cutToTokens('short', 5)).toBe('short');
});
