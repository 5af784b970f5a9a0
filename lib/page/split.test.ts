import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitPassages } from './split.ts';
import { tidy } from './text.ts';

test('leaves a short text whole', () => {
  expect(splitPassages('One. Two.', 50)).toEqual(['One. Two.']);
});

test('parts a long text at the ends of sentences', () => {
  expect(splitPassages('One is here. Two is here. Three is here.', 26)).toEqual([
    'One is here. Two is here.',
    'Three is here.',
  ]);
});

test('parts a sentence over the limit at a space', () => {
  expect(splitPassages('one two three four five', 10)).toEqual(['one two', 'three four', 'five']);
});

test('keeps every passage verbatim and within the limit, for any text', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60, mode: 'sentences' }), fc.integer({ min: 20, max: 200 }), (raw, limit) => {
      const text = tidy(raw);
      const parts = splitPassages(text, limit);
      expect(parts.every((part) => part.length <= limit && text.includes(part))).toBe(true);
      expect(parts.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
