import { expect, test } from 'vitest';
import { BASIC, type EngineConfig } from '#lib/core/engine.ts';
import { knownPrices, priceOf } from './price-of.ts';

const hosted = (model: string, baseUrl = 'https://api.example/v1'): EngineConfig => ({
  ...{ kind: 'openai', id: 'e', name: 'E', baseUrl, model, size: 'large', contextTokens: 32_000 },
});
const GPT = { input: 1.25, output: 10 };

test.each(['gpt-5', 'openai/gpt-5', 'gpt-5-2025-08-07', 'openai/gpt-5-2025-08-07', 'gpt-5:latest', 'gpt-5-latest'])(
  'knows the price of %s',
  (model) => expect(priceOf(hosted(model), {})).toEqual(GPT),
);

test('knows names with a date without dashes, and those of a model list', () => {
  expect(priceOf(hosted('claude-opus-4-1-20250805'), {})).toEqual({ input: 15, output: 75 });
  expect(priceOf(hosted('models/gemini-2.5-flash'), {})).toEqual({ input: 0.3, output: 2.5 });
});

test('takes a name as it is before a shortened one', () => {
  expect(priceOf(hosted('gpt-4o-2024-05-13'), {})).toEqual({ input: 5, output: 15 });
  expect(priceOf(hosted('gpt-4o-2024-05-13'), { 'gpt-4o': GPT })).toEqual({ input: 5, output: 15 });
  expect(priceOf(hosted('gpt-4o-2024-08-06'), {})).toEqual({ input: 2.5, output: 10 });
});

test.each([
  'gpt-5-turbo',
  'gpt-5:online',
  'gpt-5:free',
  'gpt-5-0613',
  'ft:gpt-4o:acme::x',
  'acme/gpt-5',
  'GPT',
  '',
  'constructor',
  '__proto__',
  'llama-3.3-70b',
])('guesses no price for %s', (model) => expect(priceOf(hosted(model), {})).toBeUndefined());

test('knows no price for a prompt that is longer than the price is for', () => {
  expect(priceOf(hosted('claude-haiku-5-5'), {}, 100_000)).toEqual({ input: 0.1, output: 0.5 });
  expect(priceOf(hosted('claude-haiku-5-5'), {}, 100_001)).toBeUndefined();
  expect(priceOf(hosted('claude-haiku-5-5'), { 'claude-haiku-5-5': GPT }, 100_001)).toEqual(GPT);
});

test("lets the person's own price win", () => {
  const own = { 'gpt-5': { input: 7, output: 8 }, odd: { input: 1, output: 2 } };
  expect(priceOf(hosted('openai/gpt-5'), own)).toEqual(own['gpt-5']);
  expect(priceOf(hosted('odd'), own)).toEqual(own.odd);
});

test('counts what runs here as free, unless the person says what a server here asks', () => {
  const local = hosted('gpt-5', 'http://127.0.0.1:1234/v1');
  expect(priceOf(BASIC, { basic: GPT })).toEqual({ input: 0, output: 0 });
  expect(priceOf(local, {})).toEqual({ input: 0, output: 0 });
  expect(priceOf(local, { 'gpt-5': GPT })).toEqual(GPT);
  expect(priceOf(hosted('gpt-5', 'http://192.168.1.4:1234/v1'), {})).toEqual(GPT);
});

test('asks for more to write than to read, for every model it knows', () => {
  const prices = Object.entries(knownPrices());
  expect(prices.length).toBeGreaterThan(30);
  expect(prices.filter(([, { input, output }]) => !(input > 0 && output > input))).toEqual([]);
});
