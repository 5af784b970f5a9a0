import { expect, test } from 'vitest';
import { cutTo, estimateTokens, squeeze, tidy, tidyLines } from './text.ts';

test('puts text on one line and drops characters that show nothing', () => {
  expect(tidy(' A\u00a0 b\u200b\n c\u00add \u{e0041}\u{e0042}')).toBe('A b cd');
});

test('keeps the joiners that scripts and emoji need', () => {
  expect(tidy('👩‍💻 می‌خواهم')).toBe('👩‍💻 می‌خواهم');
});

test('keeps lines apart where lines count', () => {
  expect(tidyLines('\n A  b \r\n\n c \n')).toBe('A b\n\nc');
});

test('squeezes a row of a table and the text of its cells to the same', () => {
  expect(squeeze('Monday | 4.2')).toBe(squeeze('Monday\n  4.2'));
});

test('cuts with an ellipsis, and counts tokens by script', () => {
  expect([cutTo('abcdef', 4), cutTo('abcd', 4)]).toEqual(['abc…', 'abcd']);
  expect([estimateTokens('abcdefgh'), estimateTokens('日本語')]).toEqual([2, 3]);
});
