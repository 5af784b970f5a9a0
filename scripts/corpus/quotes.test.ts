import { describe, expect, it } from 'vitest';
import { composeReport } from '#lib/artifacts/report.ts';
import { countClaims, standsIn } from './quotes.ts';

describe('a quote stands in a text', () => {
  it.each([
    ['The ferry runs.', 'Then:\n  The\tferry\u00a0runs. And so on', true],
    ['Monday | 4.2', 'Day\tMetres\nMonday\t4.2', true],
    ['River rises', 'RIVER RISES', true],
    ['co-operation', 'co-oper\u00adation', true],
    ['The ferry runs.', 'The ferry never runs.', false],
    [' ', 'anything', false],
  ])('%j in %j: %s', (quote, text, stands) => {
    expect(standsIn(quote, text)).toBe(stands);
  });
});

it('counts the claims that cite something, not the notes', () => {
  const claims = [
    { text: 'Ends in a [7]', cites: ['s1p1'] },
    { text: 'Rests on nothing', cites: [] },
  ];
  const read = new Map([['s1p1', { url: 'https://a.example', title: 'A', text: 'Ends in a [7]', readAt: 0 }]]);
  const report = composeReport({ title: 'T', sections: [{ heading: 'H', claims }], notes: ['Left out [1]'] }, read);
  expect(report.kind === 'ok' && countClaims(report.markdown)).toBe(1);
});
