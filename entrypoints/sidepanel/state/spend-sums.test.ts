import { expect, test } from 'vitest';
import type { SpendRow } from '#lib/core/budget.ts';
import { partsBy, shareOf, sumOf } from './spend-sums.ts';

const row = (of: Partial<SpendRow>): SpendRow => ({
  ...{
    request: 'r',
    root: 'run',
    run: 'run',
    agent: 'researcher',
    engine: 'hosted',
    model: 'large',
    day: '2026-11-25',
  },
  ...{ at: 0, inputTokens: 900, outputTokens: 100, background: false },
  ...of,
});

test('sums money and tokens, and counts the tokens that nobody knows the price of', () => {
  expect(sumOf([row({ usd: 0.2 }), row({}), row({ usd: 0 })])).toEqual({ usd: 0.2, unpriced: 1000, tokens: 3000 });
});

test('puts the dearest part first, and what was free by its tokens', () => {
  const rows = [
    row({ model: 'local', usd: 0, inputTokens: 50_000 }),
    row({ model: 'basic', usd: 0 }),
    row({ usd: 0.1 }),
    row({ model: 'other', usd: 0.3 }),
    row({ usd: 0.3 }),
  ];
  expect(partsBy(rows, 'model').map((part) => part.id)).toEqual(['large', 'other', 'local', 'basic']);
  expect(partsBy(rows, 'agent')).toMatchObject([{ id: 'researcher', usd: 0.1 + 0.3 + 0.3 }]);
});

test('shares a whole by money, and by tokens where nothing was paid', () => {
  const whole = { usd: 2, unpriced: 0, tokens: 100 };
  expect(shareOf({ usd: 0.5, unpriced: 0, tokens: 90 }, whole)).toBe(0.25);
  expect(shareOf({ usd: 0, unpriced: 0, tokens: 90 }, { ...whole, usd: 0 })).toBe(0.9);
  expect(shareOf({ usd: 0, unpriced: 0, tokens: 0 }, { usd: 0, unpriced: 0, tokens: 0 })).toBe(0);
});
