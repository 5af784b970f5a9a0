import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { parseArguments } from './arguments.ts';
import { toolOf } from './world.test-support.ts';

const args = z.strictObject({
  tab: z.number(),
  words: z.string().check(z.maxLength(3)),
  deep: z.optional(z.array(z.string())),
});
const tool = toolOf({ name: 'write', effect: 'act', capability: 'act', args });
const expected = 'Expected: tab, words, deep?. Mend it and call again.';

test.each([
  [{ tab: 1, words: 'a', ref: 'e1' }, `Unknown argument for tool write: ref. ${expected}`],
  [{ tab: 1, words: 'a', ref: 1, reg: 2 }, `Unknown arguments for tool write: ref, reg. ${expected}`],
  [{ tab: 1 }, /^Wrong argument for tool write: words: .*expected string.*\. Expected: tab, words, deep\?\./],
  [{ tab: 1, words: 'a', deep: [2] }, /^Wrong argument for tool write: deep\.0: /],
])('%j is told apart', (given, message) => {
  const parsed = parseArguments(tool, given);
  if (parsed.kind === 'fine') throw new Error('It parsed.');
  expect(parsed.message).toMatch(message);
});

test('arguments that parse come back parsed', () => {
  const defaulted = toolOf({ ...tool, args: z.strictObject({ tab: z._default(z.number(), 4) }) });
  expect(parseArguments(defaulted, {})).toEqual({ kind: 'fine', args: { tab: 4 } });
});
