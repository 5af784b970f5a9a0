import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Happening } from '#lib/core/event.ts';
import type { Json } from '#lib/core/json.ts';
import type { Next } from '#lib/core/ports.ts';
import { type LongTurn, runAfter, turnEvents } from '../long-run.test-support.ts';
import { agentWith } from '../packages.test-support.ts';
import { answered, LARGE, simulate } from '../simulate.test-support.ts';
import { testTools } from '../tools.test-support.ts';
import { createLoopDecider } from './decider.ts';

const decide = createLoopDecider({ tools: testTools });
const after = (happenings: readonly Happening[]): Next =>
  decide({ state: runAfter(happenings), agent: agentWith([]), engine: LARGE, onDeviceOnly: new Set() });
const read = (tab: number, value: Json = {}): LongTurn => [{ tool: 'read', args: { tab }, value }];
const told = (next: Next) =>
  next.kind === 'ask' && next.ask.kind === 'chat'
    ? next.ask.chat.messages.filter((one) => one.content.includes('with the same result each time')).length
    : undefined;
const [A, B, C, D] = [read(1), read(2), read(3), read(4)];

test.each<[string, LongTurn[], LongTurn[]]>([
  ['the same step three times', [A, A, A], [A]],
  ['a round of two twice', [A, B, A, B], [A, B]],
  ['a round of three twice', [D, A, B, C, A, B, C], [A, B, C]],
  ['a round of four twice', [A, B, C, D, A, B, C, D], [A, B, C, D]],
])('tells a model once that takes %s, and pauses when it goes on', (_, turns, more) => {
  expect(told(after(turnEvents(turns.slice(0, -1))))).toBe(0);
  for (let count = 0; count < more.length; count += 1)
    expect(told(after(turnEvents([...turns, ...more.slice(0, count)])))).toBe(1);
  expect(after(turnEvents([...turns, ...more]))).toEqual({
    kind: 'blocked',
    reason: expect.stringMatching(/^Large took the same .* again and again .* kept\. Let it try again/),
  });
});

test('keeps what it told in the history, also after the model went another way', () => {
  expect(told(after(turnEvents([A, A, A, B, C, D])))).toBe(1);
});

test('takes a poll whose outcomes change for no repetition', () => {
  expect(told(after(turnEvents([1, 2, 3, 4, 5].map((count) => read(1, { rows: count })))))).toBe(0);
});

test.each<[string, LongTurn[]]>([
  [
    'passages read again, under new source numbers',
    [1, 2, 3].map((n) => read(1, { passages: [{ id: `s${n}p1`, text: 'T' }] })),
  ],
  [
    'one address in new tabs',
    [7, 8, 9].map((tab) => [{ tool: 'open_tab', args: { url: 'https://a.example' }, value: { tab } }]),
  ],
  [
    'arguments in another order',
    [
      { tab: 1, url: 'u' },
      { url: 'u', tab: 1 },
      { tab: 1, url: 'u' },
    ].map((args) => [{ tool: 'read', args }]),
  ],
  [
    'a call that fails alike',
    [1, 2, 3].map(() => [{ tool: 'read', args: { tab: 1 }, outcome: { kind: 'failed', message: 'No.' } }]),
  ],
])('sees through %s', (_, turns) => {
  expect(told(after(turnEvents(turns)))).toBe(1);
});

test('begins anew when the person lets the run go on', () => {
  const paused: Happening[] = [
    ...turnEvents([A, A, A, A]),
    { kind: 'run-paused', by: 'model', reason: 'It repeats itself.' },
    { kind: 'run-resumed', reason: 'You resumed it.' },
  ];
  const later = (count: number) => after([...paused, ...turnEvents(Array(count).fill(A), 5)]);
  expect([0, 1, 2, 3].map((count) => told(later(count)))).toEqual([1, 1, 1, 2]);
  expect(later(4).kind).toBe('blocked');
});

test('pauses a model that makes two different mistakes in turn', () => {
  let turn = 0;
  const answer = () =>
    answered({ text: '', calls: turn++ % 2 === 0 ? [{ id: '', tool: 'fly', arguments: '{}' }] : [] });
  const { end, nexts } = simulate({ agent: agentWith([]), decide, engine: LARGE, answer });
  expect(nexts.filter((one) => one.kind === 'ask')).toHaveLength(6);
  expect(end).toMatchObject({ kind: 'blocked' });
});

test('lets a model take as many turns as bring in something new', () => {
  expect(after(turnEvents(Array.from({ length: 150 }, (_, index) => read(index))))).toMatchObject({ slot: 'turn-151' });
});

/** Whether a row of letters ends in so many turns that repeat those a round before them. */
const repeats = (row: string, round: number, count: number) =>
  row.length >= count + round && row.slice(-count) === row.slice(-count - round, -round);

test('asks, tells or pauses after whatever turns came, and pauses only what went round once more after it was told', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'aabc'), { maxLength: 14 }), (letters) => {
      const row = letters.join('');
      const next = after(turnEvents(letters.map((letter) => read('abc'.indexOf(letter)))));
      const pauses = [1, 2, 3, 4].some((round) => {
        const smaller = [1, 2, 3].some((one) => one < round && repeats(row, one, Math.max(2, one)));
        return !smaller && repeats(row, round, Math.max(2, round) + round);
      });
      expect(next.kind).toBe(pauses ? 'blocked' : 'ask');
      if (next.kind === 'blocked') return;
      expect(told(next) === 0 || /(.)\1\1|(..)\2|(...)\3|(....)\4/.test(row)).toBe(true);
    }),
    { numRuns: 400 },
  );
});
