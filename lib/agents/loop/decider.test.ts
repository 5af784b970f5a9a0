import { expect, test } from 'vitest';
import type { Call, Outcome } from '#lib/core/call.ts';
import type { Json } from '#lib/core/json.ts';
import { AGENT, joinLabels, siteLabel, USER } from '#lib/core/label.ts';
import { agentWith } from '../packages.test-support.ts';
import {
  type AskNext,
  answered,
  done,
  LARGE,
  malformed,
  readingOf,
  simulate,
  type World,
} from '../simulate.test-support.ts';
import { testTools } from '../tools.test-support.ts';
import { createLoopDecider } from './decider.ts';

const decide = createLoopDecider({ tools: testTools });
type Said = { text?: string; calls?: [tool: string, args: Json | string][] };
const say = ({ text = '', calls = [] }: Said): Json => ({
  text,
  calls: calls.map(([tool, args]) => ({
    id: 'same',
    tool,
    arguments: typeof args === 'string' ? args : JSON.stringify(args),
  })),
});
/** A model that says these turns in order and then repeats the last. */
const run = (turns: Said[], world: Partial<World> = {}) => {
  let turn = 0;
  const answer = () => answered(say(turns[Math.min(turn++, turns.length - 1)] ?? {}));
  return simulate({ agent: agentWith([]), decide, engine: LARGE, answer, ...world });
};
const asksOf = (nexts: { kind: string }[]) => nexts.filter((one): one is AskNext => one.kind === 'ask');
const messagesOf = (next: AskNext | undefined) => (next?.ask.kind === 'chat' ? next.ask.chat.messages : []);
const lastOf = (next: AskNext | undefined) => messagesOf(next).at(-1)?.content ?? '';
const finish: Said = { text: 'All done.' };
const readTab = (tab: number): [string, Json] => ['read', { tab }];

test('makes the calls of a turn under ids of its own and ends with the model’s words', () => {
  const { nexts, end, state } = run([{ calls: [readTab(1)] }, { calls: [readTab(2)] }, finish]);
  expect(nexts.map((one) => (one.kind === 'ask' ? one.slot : one.kind))).toEqual([
    ...['turn-1', 'calls', 'turn-2', 'calls', 'turn-3', 'end'],
  ]);
  expect([...state.calls.keys()]).toEqual(['t1.0', 't2.0']);
  expect(end).toEqual({ kind: 'end', state: 'succeeded', reason: 'All done.' });
});

test('reads side by side and acts alone, in the order written', () => {
  const click: [string, Json] = ['click', { tab: 1, ref: 'e1' }];
  const { nexts } = run([{ calls: [readTab(1), readTab(2), click, readTab(3)] }, finish]);
  const groups = nexts.flatMap((one) => (one.kind === 'calls' ? [one.calls.map(({ id }) => id)] : []));
  expect(groups).toEqual([['t1.0', 't1.1'], ['t1.2'], ['t1.3']]);
});

test('holds back what was meant to follow on a call that came to nothing', () => {
  const call = (one: Call): Outcome => (one.tool === 'compose' ? { kind: 'failed', message: 'No form.' } : done(one));
  const mail = { tab: 1, to: ['a@b.example'], subject: 'S', body: 'B' };
  const { state, nexts } = run([{ calls: [['compose', mail], ['send', { tab: 1 }], readTab(1)] }, finish], { call });
  expect([...state.calls.keys()]).toEqual(['t1.0', 't1.2']);
  expect(messagesOf(asksOf(nexts)[1]).map((one) => one.content)).toContain(
    '{"notDone":"Not done, because a call before it came to nothing."}',
  );
});

test('labels every call with all that the model had been shown', () => {
  const call = (one: Call) => done(one, readingOf(1));
  const { state } = run([{ calls: [readTab(1)] }, { calls: [readTab(2)] }, finish], { call });
  expect(state.calls.get('t1.0')?.call.labels).toEqual({ '*': joinLabels([AGENT, USER]) });
  expect(state.calls.get('t2.0')?.call.labels).toEqual({
    '*': joinLabels([AGENT, USER, siteLabel('https://news.example')]),
  });
});

test.each<[string, [string, Json | string], string]>([
  ['an unknown tool', ['fly', {}], 'There is no tool \\"fly\\" here. Your tools: snapshot, read'],
  ['arguments that are no JSON', ['read', '{"tab": '], 'are not valid JSON'],
  ['arguments that do not fit', ['read', { tab: 'one' }], '\\"tab\\": Invalid input'],
])('answers %s with a sentence instead of calling', (_, written, sentence) => {
  const { state, nexts, end } = run([{ calls: [written] }, finish]);
  expect(state.calls.size).toBe(0);
  expect(lastOf(asksOf(nexts)[1])).toContain(sentence);
  expect(end).toMatchObject({ state: 'succeeded' });
});

test('tells the expected shape of arguments that do not fit', () => {
  const { nexts } = run([{ calls: [['read', { tab: 'one' }]] }, finish]);
  expect(lastOf(asksOf(nexts)[1])).toContain('Expected one JSON object of this schema:');
});

test('does not call a tool that exists but that the package does not name', () => {
  const agent = { ...agentWith([]), tools: ['read'] };
  const { state, nexts } = run([{ calls: [['send', { tab: 1 }]] }, finish], { agent });
  expect(state.calls.size).toBe(0);
  expect(lastOf(asksOf(nexts)[1])).toContain('There is no tool');
});

test.each<[string, Said]>([
  ['an unknown tool', { calls: [['fly', {}]] }],
  ['an empty answer', { text: ' ' }],
])('warns after the second and ends after the third turn in a row with %s', (_, mistake) => {
  const { nexts, end } = run([mistake]);
  const asks = asksOf(nexts);
  expect(asks).toHaveLength(3);
  expect(lastOf(asks[1])).not.toContain('second time');
  expect(lastOf(asks[2])).toContain('This was the second time; after a third the run ends.');
  expect(end).toMatchObject({ state: 'failed', reason: expect.stringContaining('three times') });
});

test('counts mistakes anew after a turn that could be used', () => {
  const mistake: Said = { calls: [['fly', {}]] };
  const { end } = run([mistake, mistake, { calls: [readTab(1)] }, mistake, mistake, finish]);
  expect(end).toMatchObject({ state: 'succeeded' });
});

test('takes an answer that the engine could not read as a mistaken turn', () => {
  const { end, nexts } = run([], { answer: () => malformed('The tool call was cut off.') });
  expect(lastOf(asksOf(nexts)[1])).toContain('The tool call was cut off.');
  expect(end).toMatchObject({ state: 'failed' });
});

test('asks the same turn again after an ask that failed', () => {
  const problem = { code: 'cut', message: 'Cut.' } as const;
  const answer = (_: AskNext, nth: number) =>
    nth === 1 ? ({ kind: 'failed', problem, partial: 'All' } as const) : answered(say(finish));
  expect(asksOf(run([], { answer }).nexts).map((one) => one.slot)).toEqual(['turn-1', 'turn-1']);
});

test('ends rejected when the last thing that mattered was refused', () => {
  const call = (one: Call): Outcome =>
    one.tool === 'send' ? { kind: 'denied', rule: 'refused', message: 'You said no.' } : done(one);
  const { end } = run([{ calls: [['send', { tab: 1 }]] }, { text: 'It was not sent.' }], { call });
  expect(end).toEqual({ kind: 'end', state: 'rejected', reason: 'It was not sent.' });
});

test('cuts the words it ends with', () => {
  expect(run([{ text: 'x'.repeat(900) }]).end).toMatchObject({ reason: 'x'.repeat(500) });
});

test('is blocked on an engine that can only follow playbooks', () => {
  const { end } = run([], { engine: { kind: 'basic', id: 'basic', name: 'Basic, no AI' } });
  expect(end).toMatchObject({ kind: 'blocked', reason: expect.stringContaining('Choose a model') });
});
