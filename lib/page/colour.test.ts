import { expect, test } from 'vitest';
import { blend, isSameColour, parseRgb } from './colour.ts';

const white = { red: 255, green: 255, blue: 255, alpha: 1 };

test('parses what computed styles say, and nothing else', () => {
  expect(parseRgb('rgba(1, 2, 3, 0.5)')).toEqual({ red: 1, green: 2, blue: 3, alpha: 0.5 });
  expect(parseRgb('oklch(1 0 0)')).toBeUndefined();
});

test('calls near white on white the same, and light grey another', () => {
  expect(isSameColour({ red: 250, green: 250, blue: 250, alpha: 1 }, white)).toBe(true);
  expect(isSameColour({ red: 220, green: 220, blue: 220, alpha: 1 }, white)).toBe(false);
});

test('counts how much shows through', () => {
  expect(isSameColour({ red: 0, green: 0, blue: 0, alpha: 0.03 }, white)).toBe(true);
  expect(blend({ red: 0, green: 0, blue: 0, alpha: 0.5 }, white)).toEqual({
    red: 127.5,
    green: 127.5,
    blue: 127.5,
    alpha: 1,
  });
});
