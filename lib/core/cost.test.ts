import { expect, test } from 'vitest';
import { usdOf, usedTokens } from './cost.ts';
import type { AskEnd } from './engine.ts';
import type { Happening, LedgerItem, RunEvent } from './event.ts';
import { USER } from './label.ts';
import { foldJournal } from './reduce.ts';

const item = (tokens: number, kept: LedgerItem['kept']): LedgerItem => ({
  ...{ what: 'w', why: 'y', label: USER, tokens, whole: 900, kept },
});
const LEDGER = [item(100, 'whole'), item(20, 'shortened'), item(7, 'left-out')];
const PRICE = { input: 2, output: 10 };
const FREE = { input: 0, output: 0 };
const usage = { inputTokens: 1_000, outputTokens: 100, ms: 1, exact: true };
const answered: AskEnd = { kind: 'answered', answer: 'yes', usage };
const failed = (code: 'cut' | 'unreachable' | 'refused', partial = ''): AskEnd => ({
  ...{ kind: 'failed', problem: { code, message: 'm' }, partial },
});
const aborted: AskEnd = { kind: 'aborted', partial: 'x'.repeat(40) };
const unsent: AskEnd = { kind: 'aborted', partial: '', unsent: true };
const counted: AskEnd = { kind: 'failed', problem: { code: 'refused', message: 'm' }, partial: '', usage };

test.each<[string, AskEnd, number, number, number | undefined]>([
  ['an answer', answered, 1_000, 100, 0.003],
  ['an answer that made no sense', { kind: 'malformed', message: '', text: '', usage }, 1_000, 100, 0.003],
  ['a refusal that the server had counted', counted, 1_000, 100, 0.003],
  ['one that broke off', failed('cut', 'x'.repeat(40)), 120, 10, undefined],
  ['one that broke off before a word came', failed('cut'), 120, 0, undefined],
  ['one that was stopped', aborted, 120, 10, undefined],
  ['one that was stopped before it was sent', unsent, 0, 0, 0],
  ['one that reached no server', failed('unreachable'), 0, 0, 0],
])('knows the tokens and the price of %s', (_what, end, inputTokens, outputTokens, usd) => {
  expect(usedTokens(LEDGER, end)).toMatchObject({ inputTokens, outputTokens });
  expect(usdOf(end, PRICE)).toBe(usd);
  expect(usdOf(end, FREE)).toBe(0);
});

test('knows no cost without a price, unless nothing was used', () => {
  expect(usdOf(answered, undefined)).toBeUndefined();
  expect(usdOf(unsent, undefined)).toBe(0);
});

const created: Happening = {
  ...{ kind: 'run-created', agent: 'a@1.0.0', task: 't', title: 't', inputs: [], engine: 'e', attended: true },
  root: 'r',
};
const asked = (request: string): Happening => ({
  ...{
    kind: 'model-requested',
    request,
    slot: request,
    attempt: 1,
    engine: 'e',
    what: 'w',
    ledger: LEDGER,
    label: USER,
  },
});
const ended = (request: string, end: AskEnd, usd?: number): Happening => ({
  ...{ kind: 'model-ended', request, end, ...(usd !== undefined && { usd }) },
});
const fold = (...happenings: Happening[]) =>
  foldJournal([created, ...happenings].map((happening, seq): RunEvent => ({ run: 'r', seq, at: seq, happening })));

test('bills a priced answer, and shows what has no price as a lower bound', () => {
  const { bill } = fold(asked('1'), ended('1', answered, 0.003), asked('2'), ended('2', aborted), asked('3'));
  expect(bill).toEqual({ usd: 0.003, unpriced: 130, tokens: 1_230, steps: 3 });
});

test('bills an answer once, and nothing for a request that reached nobody', () => {
  const { bill } = fold(
    asked('1'),
    ended('1', answered, 1),
    ended('1', answered, 1),
    asked('2'),
    ended('2', unsent, 0),
  );
  expect(bill).toMatchObject({ usd: 1, unpriced: 0, tokens: 1_100 });
});

test('bills what a request under way turned out to cost after the run had ended, and changes nothing else', () => {
  const stop: Happening = { kind: 'run-ended', state: 'cancelled', reason: 'You stopped it.' };
  const before = fold(asked('1'), stop);
  const after = fold(asked('1'), stop, ended('1', aborted));
  expect(after.bill).toMatchObject({ unpriced: 130, tokens: 130 });
  expect({ ...after, bill: 0, usage: 0, asks: 0, seq: 0, asking: 0 }).toEqual({
    ...{ ...before, bill: 0, usage: 0, asks: 0, seq: 0, asking: 0 },
  });
});
