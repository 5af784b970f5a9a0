import { expect, test } from 'vitest';
import type { CapReached } from '#lib/core/budget.ts';
import { capSentence } from './cap-sentence.ts';

const by = { agent: 'Researcher', shared: false, atLeast: false };

test.each<[CapReached, Partial<typeof by>, string]>([
  [
    { of: 'run', what: 'usd', cap: 1, spent: 1.024 },
    { atLeast: true },
    'The cap of $1.00 for this run is reached: at least $1.02 was spent. What an answer costs is known once it is there, so the last one went over. Everything is kept. Raise its budget to go on.',
  ],
  [
    { of: 'run', what: 'tokens', cap: 20_000, spent: 20_000 },
    { shared: true, atLeast: true },
    'The cap of 20,000 tokens for this run and all that it handed on is reached: 20,000 tokens were used. Everything is kept. Raise its budget to go on.',
  ],
  [
    { of: 'run', what: 'minutes', cap: 1, spent: 1.26 },
    {},
    'The cap of 1 minute for this run is reached: 1.3 minutes were worked. Everything is kept. Raise its budget to go on.',
  ],
  [
    { of: 'agent-day', what: 'usd', cap: 0.05, spent: 0.05 },
    {},
    'The cap of $0.0500 a day for Researcher is reached: $0.0500 was spent today. Everything is kept. It goes on by itself tomorrow, or when you raise this cap in Settings.',
  ],
  [
    { of: 'background-day', what: 'tokens', cap: 10, spent: 10 },
    {},
    'The cap of 10 tokens a day for work in the background is reached: 10 tokens were used today. Everything is kept. It goes on by itself tomorrow, or when you raise this cap in Settings.',
  ],
])('says which cap was reached, how much was spent and what to do: %j', (cap, more, sentence) => {
  expect(capSentence(cap, { ...by, ...more })).toBe(sentence);
});
