import { expect, test } from 'vitest';
import { checkCitations } from './check-citations.ts';
import { quoteFor } from './quote.ts';

const passage =
  'Rain fell on Monday. The plant in Lund\n makes 400 cells a day. It employs sixty people. Wind came later.';
const long = `Before all this, ${'one word after another '.repeat(20)}the reactor was shut in 2029 by its owners, ${'and so on '.repeat(30)}.`;

test.each([
  [
    'the claim itself where it stands',
    'The plant in Lund makes 400 cells a day.',
    'The plant in Lund makes 400 cells a day.',
  ],
  ['the sentence that shares most words', 'Lund makes 400 of them.', 'The plant in Lund makes 400 cells a day.'],
  [
    'two sentences where both are claimed',
    'A plant makes 400 cells and employs sixty people.',
    'The plant in Lund makes 400 cells a day. It employs sixty people.',
  ],
  ['the first sentence where nothing is shared', 'Quux.', 'Rain fell on Monday.'],
])('quotes %s', (_, claim, expected) => {
  expect(quoteFor(claim, passage)).toBe(expected);
});

test('quotes of a long sentence the stretch that shares most, in whole words', () => {
  const quote = quoteFor('The owners shut the reactor in 2029.', long);
  expect(quote).toContain('the reactor was shut in 2029 by its owners');
  expect(quote.length).toBeLessThanOrEqual(300);
  expect(` ${long} `).toContain(` ${quote} `);
});

test('citations are checked against the text of their page, white space aside', () => {
  const url = 'https://news.example/';
  const citations = [
    { id: '1', url, quote: 'makes 400 cells' },
    { id: '2', url, quote: 'makes 500 cells' },
    { id: '3', url: 'https://other.example/', quote: 'makes 400 cells' },
    { id: '4', url, quote: ' ' },
  ];
  const states = checkCitations(citations, new Map([[url, 'Lund makes\n\t400 cells']])).map((one) => one.state);
  expect(states).toEqual(['stands', 'gone', 'unknown', 'gone']);
});
