import { expect, test } from 'vitest';
import { streamWords } from './stream-words.ts';

const whole =
  '{"title":"Heat \\"pumps\\"","sections":[{"heading":"Cost","claims":[{"text":"Half.\\nMore","cites":["s1p1"]}]}]}';

test('reads the sentences out of an answer in JSON', () => {
  expect(streamWords(whole)).toBe('Heat "pumps"\nCost\nHalf.\nMore');
});

test('leaves plain text as it is', () => {
  expect(streamWords('Two of {three}')).toBe('Two of {three}');
});

test('only ever grows, wherever the stream is cut', () => {
  const cuts = Array.from({ length: whole.length + 1 }, (_, at) => streamWords(whole.slice(0, at)));
  const shrunk = cuts.filter((words, at) => at > 0 && !words.startsWith(cuts[at - 1] ?? ''));
  expect(shrunk).toEqual([]);
});
