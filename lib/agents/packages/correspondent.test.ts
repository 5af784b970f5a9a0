import { expect, test } from 'vitest';
import { agentPackage } from '#lib/core/agent.ts';
import type { Call, Outcome } from '#lib/core/call.ts';
import type { Input } from '#lib/core/input.ts';
import { joinLabels, USER } from '#lib/core/label.ts';
import { createDecide } from '../decide.ts';
import { type AskNext, answered, done, readingOf, simulate, tabInput, type World } from '../simulate.test-support.ts';
import { testTools } from '../tools.test-support.ts';
import { correspondent } from './correspondent.ts';

const decide = createDecide({ tools: testTools });
const report: Input = { kind: 'artifact', artifact: 'art-1', version: 2, title: 'Brief' };
const mailTab = tabInput(5, 'https://mail.example/', 'Inbox');

function office(call: Call): Outcome {
  if (call.tool === 'read_artifact') {
    const passages = [{ id: 'a1', text: 'The report says so.', source: 'Brief' }];
    return done(call, { artifact: 'art-1', version: 2, kind: 'report', title: 'Brief', text: '', passages });
  }
  return done(call, call.tool === 'read' ? readingOf(Number(call.args.tab)) : {});
}

function think({ ask }: AskNext) {
  if (ask.kind !== 'think') throw new Error('A playbook only thinks.');
  if (ask.think.kind === 'draft')
    return answered({ subject: 'Brief', body: ask.think.material.map((one) => one.id).join() });
  const found = ask.think.material[0]?.text.match(/\S+@\S+/g) ?? [];
  return answered({ picks: found.map((value) => ({ id: 'task', value })) });
}
const run = (inputs: Input[], world: Partial<World> = {}) =>
  simulate({
    ...{ agent: correspondent, decide, playbook: 'mail', inputs, call: office, answer: think },
    ...{ task: 'Mail this to mira@example.org', ...world },
  });
const callsOf = ({ state }: ReturnType<typeof run>) =>
  [...state.calls.values()].map(({ call }): [string, unknown] => [
    call.tool,
    call.args.tab ?? call.args.artifact ?? null,
  ]);

test('is a package', () => {
  expect(agentPackage.parse(correspondent)).toEqual(correspondent);
});

test('keeps a draft of the report, fills the form of the mail page, then sends', () => {
  const ran = run([mailTab, report]);
  expect(callsOf(ran)).toEqual([
    ['read_artifact', 'art-1'],
    ['save_draft', null],
    ['compose', 5],
    ['send', 5],
  ]);
  expect(ran.state.calls.get('7[0].0')?.call.args).toEqual({
    ...{ tab: 5, to: ['mira@example.org'], subject: 'Brief', body: 'a1' },
  });
  expect(ran.end).toEqual({ kind: 'end', state: 'succeeded', reason: 'Did send' });
});

test('takes recipients from the task alone, with the person’s label', () => {
  const { state } = run([mailTab, report]);
  const { labels } = state.calls.get('7[0].0')?.call ?? {};
  expect(labels?.to).toEqual(joinLabels([USER, { sources: ['agent'], trusted: true, readers: 'anyone' }]));
  expect(labels?.body?.trusted).toBe(false);
});

test('stops before sending when no recipient was named', () => {
  const ran = run([mailTab, report], { task: 'Mail this' });
  expect(callsOf(ran).map(([tool]) => tool)).toEqual(['read_artifact', 'save_draft', 'compose']);
  expect(ran.end).toEqual({ kind: 'end', state: 'succeeded', reason: 'Did compose' });
});

test('ends rejected when sending is refused', () => {
  const call = (one: Call): Outcome =>
    one.tool === 'send' ? { kind: 'denied', rule: 'refused', message: 'You said no.' } : office(one);
  expect(run([mailTab, report], { call }).end).toMatchObject({ state: 'rejected' });
});

test('does not repeat a sending whose end is unknown', () => {
  const call = (one: Call): Outcome =>
    one.tool === 'send' ? { kind: 'uncertain', message: 'The worker was cut off.' } : office(one);
  const ran = run([mailTab, report], { call });
  expect(callsOf(ran).filter(([tool]) => tool === 'send')).toHaveLength(1);
  expect(ran.end).toMatchObject({ state: 'failed', reason: expect.stringContaining('not repeated') });
});

test('reads the other tabs when they are what the mail is about', () => {
  const ran = run([mailTab, tabInput(1), tabInput(2)]);
  expect(callsOf(ran).slice(0, 2)).toEqual([
    ['read', 1],
    ['read', 2],
  ]);
  expect(ran.state.calls.get('7[0].0')?.call.args.body).toBe('s1p1,s1p2,s2p1,s2p2');
});

test('reads the mail page itself when nothing else is handed over', () => {
  const ran = run([mailTab], { task: 'Answer this thread' });
  expect(callsOf(ran).map(([tool]) => tool)).toEqual(['read', 'save_draft', 'compose']);
});

test('writes from the task alone when there is nothing to read', () => {
  const call = (one: Call): Outcome => (one.tool === 'read' ? { kind: 'failed', message: 'No text.' } : office(one));
  expect(run([mailTab], { call }).state.calls.get('7[0].0')?.call.args.body).toBe('task');
});

test('leaves the mail as a draft where no mail page was given', () => {
  const ran = run([report]);
  expect(callsOf(ran).map(([tool]) => tool)).toEqual(['read_artifact', 'save_draft']);
  expect(ran.end).toEqual({ kind: 'end', state: 'succeeded', reason: 'Did save_draft' });
});

test('ends with what the form says when the page has none', () => {
  const call = (one: Call): Outcome =>
    one.tool === 'compose' ? { kind: 'failed', message: 'There is no compose form.' } : office(one);
  expect(run([mailTab, report], { call }).end).toMatchObject({ state: 'failed', reason: 'There is no compose form.' });
});
