import { expect, test } from 'vitest';
import { agentPackage } from '#lib/core/agent.ts';
import type { Call, Outcome } from '#lib/core/call.ts';
import type { Input } from '#lib/core/input.ts';
import { joinLabels, siteLabel } from '#lib/core/label.ts';
import { createDecide } from '../decide.ts';
import { done, simulate, tabInput, type World } from '../simulate.test-support.ts';
import { testTools } from '../tools.test-support.ts';
import { coordinator } from './coordinator.ts';

const decide = createDecide({ tools: testTools });
const link: Input = { kind: 'link', url: 'https://news.example/7', text: 'Seven', from: '' };
const selection: Input = { kind: 'selection', text: 'Quote', url: 'https://news.example/9', title: 'Nine', tab: 9 };
const report = (nth: string) => ({ artifact: `art-${nth}`, version: 1, kind: 'report', title: `Report ${nth}` });

/** A Researcher that saves a report for whatever it is handed; each of another site. */
function research(call: Call): Outcome {
  if (call.tool === 'merge_artifacts') return done(call, { ...report('all'), conflicts: 0 });
  const value = { run: `run ${call.id}`, agent: 'researcher@1.0.0', reason: 'Saved it', artifacts: [report(call.id)] };
  return done(call, value, siteLabel(`https://site-${call.id.replace(/\D/g, '')}.example`));
}
const run = (inputs: Input[], call: NonNullable<World['call']> = research) =>
  simulate({ agent: coordinator, decide, playbook: 'share', inputs, call });
const tabs = (count: number) => Array.from({ length: count }, (_, index) => tabInput(index + 1));

test('is a package', () => {
  expect(agentPackage.parse(coordinator)).toEqual(coordinator);
});

test('hands each page, link and selection to a Researcher, all at once, and merges what comes back', () => {
  const { nexts, state, end } = run([tabInput(1), tabInput(2), link, selection]);
  const [first] = nexts;
  if (first?.kind !== 'calls') throw new Error('Nothing was handed on.');
  expect(first.calls.map(({ tool, args }) => [tool, args.agent, args.task, args.inputs])).toEqual(
    [
      { kind: 'tab', tab: 1 },
      { kind: 'tab', tab: 2 },
      { kind: 'link', url: link.url },
      { kind: 'selection', index: 0 },
    ].map((ref) => ['delegate', 'researcher', 'Brief me', [ref]]),
  );
  const merge = state.calls.get('1')?.call;
  const parts = first.calls.map(({ id }) => ({ artifact: `art-${id}`, version: 1 }));
  expect(merge?.args).toEqual({ how: 'append', parts, notes: [] });
  expect(merge?.labels.parts).toEqual(
    joinLabels([0, 1, 2, 3].map((nth) => siteLabel(`https://site-0${nth}0.example`))),
  );
  expect(end).toMatchObject({ state: 'succeeded' });
});

test('shares more pages than it may hand on out evenly, in their order', () => {
  const [first] = run(tabs(19)).nexts;
  const shares = first?.kind === 'calls' ? first.calls.map(({ args }) => args.inputs as { tab: number }[]) : [];
  expect(shares.map((share) => share.length)).toEqual([2, 2, 3, 2, 2, 3, 2, 3]);
  expect(shares.flat().map((one) => one.tab)).toEqual(tabs(19).map((_, index) => index + 1));
});

test('goes on with what it has when one fails or is refused, and says so', () => {
  const ends: Outcome[] = [
    { kind: 'failed', message: 'Researcher failed: There was nothing to read.' },
    { kind: 'denied', rule: 'stopped', message: 'Researcher was stopped: You stopped it.' },
  ];
  const { state, end } = run(tabs(3), (call) => (call.tool === 'delegate' && ends.shift()) || research(call));
  expect(state.calls.get('1')?.call.args).toEqual({
    how: 'append',
    parts: [{ artifact: 'art-0[2].0', version: 1 }],
    notes: [
      'Nothing came of "Page 1": Researcher failed: There was nothing to read.',
      'Nothing came of "Page 2": Researcher was stopped: You stopped it.',
    ],
  });
  expect(end).toMatchObject({ state: 'succeeded' });
});

test.each<[string, Outcome, string]>([
  ['failed', { kind: 'failed', message: 'It broke.' }, 'failed'],
  ['were refused', { kind: 'denied', rule: 'rejected', message: 'You said no.' }, 'rejected'],
])('ends saying why when all %s', (_, outcome, state) => {
  const { end } = run(tabs(2), () => outcome);
  expect(end).toMatchObject({ state, reason: expect.stringContaining('message' in outcome ? outcome.message : '') });
});

test('a note of what a child said bears the label of what the child had read', () => {
  const label = siteLabel('https://private.example');
  const failed: Outcome = { kind: 'failed', message: 'Researcher failed: "Secret plans" is empty.', label };
  const { state } = run(tabs(2), (call) => (call.id === '0[0].0' ? failed : research(call)));
  expect(state.calls.get('1')?.call.labels.notes?.sources).toContain('site:https://private.example');
  expect(state.reads?.sources).toContain('site:https://private.example');
});
