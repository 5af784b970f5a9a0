import { expect, test } from 'vitest';
import type { Call, Outcome } from '#lib/core/call.ts';
import { AGENT, siteLabel, USER } from '#lib/core/label.ts';
import type { Step } from '#lib/core/playbook.ts';
import { agentWith } from '../packages.test-support.ts';
import { done, readingOf, simulate, tabInput, type World } from '../simulate.test-support.ts';
import { testTools } from '../tools.test-support.ts';
import { createPlaybookDecider } from './decider.ts';

const decide = createPlaybookDecider({ tools: testTools });
const run = (steps: Step[], world: Partial<World> = {}) =>
  simulate({ agent: agentWith(steps), decide, playbook: 'test', ...world });
const idsOf = (nexts: { kind: string; calls?: Call[] }[]) => nexts.map((one) => one.calls?.map(({ id }) => id));

const read = (otherwise: 'stop' | 'skip', as = 'reading'): Step => ({
  ...{ do: 'call', as, tool: 'read', otherwise },
  args: { tab: { ref: '/tab/tab' } },
});
const click: Step = { do: 'call', as: 'clicked', tool: 'click', args: { tab: 1, ref: 'e1' }, otherwise: 'stop' };
const each = (steps: Step[], most = 20): Step => ({
  ...{ do: 'each', as: 'rows', over: { ref: '/inputs/tabs' }, item: 'tab' },
  ...{ steps, most },
});
const tabs = [tabInput(1), tabInput(2), tabInput(3)];
const failed = (message: string): Outcome => ({ kind: 'failed', message });
const saveNotes: Step = {
  ...{ do: 'save', as: 'kept', kind: 'draft' },
  args: { to: { ref: '/notes' }, subject: '', body: 'x' },
};

test('calls step after step under ids that follow from their places', () => {
  const when: Step = {
    ...{ do: 'when', test: { is: 'present', value: { ref: '/task' } } },
    ...{ steps: [click, click], otherwise: [] },
  };
  expect(idsOf(run([click, when]).nexts)).toEqual([['0'], ['1.0.0'], ['1.0.1'], undefined]);
});

test('takes the other branch when a test does not hold', () => {
  const when: Step = {
    ...{ do: 'when', test: { is: 'equal', value: { ref: '/task' }, to: 'Something else' } },
    ...{ steps: [], otherwise: [click] },
  };
  expect(idsOf(run([when]).nexts)).toEqual([['0.1.0'], undefined]);
});

test('reads side by side and acts in order', () => {
  const { nexts } = run([each([read('stop'), click])], { inputs: tabs });
  expect(idsOf(nexts)).toEqual([['0[0].0', '0[1].0', '0[2].0'], ['0[0].1'], ['0[1].1'], ['0[2].1'], undefined]);
});

test('goes over at most so many items and says so', () => {
  const { state } = run([each([read('stop')], 2), saveNotes], { inputs: tabs });
  expect([...state.calls.keys()]).toEqual(['0[0].0', '0[1].0', '1']);
  expect(state.calls.get('1')?.call.args.to).toEqual(['Only the first 2 of 3 were used.']);
});

test('drops an item that fails, notes why, and goes on with the rest', () => {
  const save: Step = {
    ...{ do: 'save', as: 'kept', kind: 'draft' },
    args: { to: { ref: '/notes' }, subject: { ref: '/rows/0/reading/title' }, body: { ref: '/rows/2/reading/title' } },
  };
  const call = (one: Call) => {
    if (one.tool !== 'read') return done(one);
    return one.args.tab === 2 ? failed('The tab was closed.') : done(one, readingOf(Number(one.args.tab)));
  };
  const { state, end } = run([each([read('stop')]), save], { inputs: tabs, call });
  expect(end).toEqual({ kind: 'end', state: 'succeeded', reason: 'Did save_draft' });
  expect(state.calls.get('1')?.call.args).toEqual({
    to: ['Could not read "Page 2": The tab was closed.'],
    subject: 'Page 1',
    body: 'Page 3',
  });
});

test('collects what readings say is missing from them', () => {
  const call = (one: Call) => done(one, readingOf(1, 'https://news.example/1', ['Hidden text was left out.']));
  const { state } = run([each([read('stop')]), saveNotes], { inputs: [tabInput(1)], call });
  expect(state.calls.get('1')?.call.args.to).toEqual(['Page 1: Hidden text was left out.']);
});

test('ends when every item was dropped', () => {
  const { end } = run([each([read('stop')])], { inputs: tabs, call: () => failed('Closed.') });
  expect(end).toEqual({ kind: 'end', state: 'failed', reason: 'Closed.' });
});

test('ends rejected when every item was refused', () => {
  const call = (): Outcome => ({ kind: 'denied', rule: 'refused', message: 'You said no.' });
  const { end } = run([each([read('stop')])], { inputs: tabs, call });
  expect(end).toEqual({ kind: 'end', state: 'rejected', reason: 'Not allowed: Doing read. You said no.' });
});

test('ends as the call ended that it can’t do without', () => {
  const after = (outcome: Outcome) => run([click, click], { call: () => outcome });
  expect(after(failed('No such element.')).end).toMatchObject({ state: 'failed', reason: 'No such element.' });
  expect(after({ kind: 'denied', rule: 'r', message: 'No.' }).end).toMatchObject({ state: 'rejected' });
  const uncertain = after({ kind: 'uncertain', message: 'The worker was cut off.' });
  expect(uncertain.end).toEqual({
    ...{ kind: 'end', state: 'failed' },
    reason: 'Doing click: this may have happened, and was not repeated. The worker was cut off.',
  });
  expect(uncertain.state.calls.size).toBe(1);
});

test('goes on past a skipped step with nothing under its name', () => {
  const steps: Step[] = [
    { ...click, do: 'call', as: 'first', tool: 'click', args: { tab: 1, ref: 'e1' }, otherwise: 'skip' },
    { do: 'when', test: { is: 'empty', value: { ref: '/first' } }, steps: [], otherwise: [click] },
  ];
  const { end, state } = run(steps, { call: () => failed('No.') });
  expect(end).toMatchObject({ state: 'succeeded' });
  expect(state.calls.size).toBe(1);
});

test('labels arguments one by one', () => {
  const mail: Step = {
    ...{ do: 'call', as: 'mail', tool: 'compose', otherwise: 'stop' },
    args: { tab: { ref: '/tab/tab' }, to: [{ ref: '/task' }], subject: 'Hello', body: { ref: '/reading/title' } },
  };
  const call = (one: Call) => done(one, one.tool === 'read' ? readingOf(1) : {});
  const { state } = run([each([read('stop'), mail])], { inputs: [tabInput(1)], call });
  expect(state.calls.get('0[0].1')?.call.labels).toEqual({
    ...{ tab: USER, to: USER, subject: AGENT },
    body: siteLabel('https://news.example'),
  });
});

test('makes no call whose arguments are wrong, and none of a tool that the package does not name', () => {
  const wrong = run([{ ...click, do: 'call', as: 'a', tool: 'click', args: { tab: 'one' }, otherwise: 'stop' }]);
  expect(wrong.state.calls.size).toBe(0);
  expect(wrong.end).toMatchObject({ state: 'failed', reason: expect.stringContaining('"tab"') });
  const agent = { ...agentWith([click]), tools: ['read'] };
  expect(run([], { agent }).end).toMatchObject({ state: 'failed', reason: 'Tester has no tool named click.' });
});

test('ends with a sentence where a list is none, or the playbook is unknown', () => {
  const over: Step = { do: 'each', as: 'rows', over: { ref: '/task' }, item: 'one', steps: [click], most: 2 };
  expect(run([over]).end).toMatchObject({ state: 'failed', reason: expect.stringContaining('no list') });
  const none: Step = { ...over, do: 'each', over: { ref: '/nothing' } };
  expect(run([none]).end).toMatchObject({ state: 'succeeded' });
  expect(run([], { playbook: 'other' }).end).toMatchObject({ state: 'failed' });
});
