import { expect, test } from 'vitest';
import { agentPackage } from '#lib/core/agent.ts';
import type { Call, Outcome } from '#lib/core/call.ts';
import type { Input } from '#lib/core/input.ts';
import { createDecide } from '../decide.ts';
import { type AskNext, answered, done, readingOf, simulate, tabInput, type World } from '../simulate.test-support.ts';
import { testTools } from '../tools.test-support.ts';
import { researcher } from './researcher.ts';

const decide = createDecide({ tools: testTools });
const link: Input = { kind: 'link', url: 'https://news.example/7', text: 'Seven', from: 'https://news.example/' };
const selection: Input = { kind: 'selection', text: 'Quote', url: 'https://news.example/9', title: 'Nine', tab: 9 };

/** A browser in which tab n shows page n, and pages open in tabs of their number. */
function browse(call: Call): Outcome {
  const url = String(call.args.url ?? '');
  if (call.tool === 'open_tab') {
    const tab = url.includes('more-') ? 100 : 7;
    return done(call, { tab, url, title: `Page ${tab}` });
  }
  if (call.tool === 'read') return done(call, readingOf(Number(call.args.tab), url));
  if (call.tool === 'read_selection') return done(call, { ...readingOf(9), links: [] });
  return done(call, { artifact: 'art-1', version: 1, title: 'Brief' });
}

/** Picks the first link and cites every passage. */
function think({ ask }: AskNext) {
  if (ask.kind !== 'think') throw new Error('A playbook only thinks.');
  const ids = ask.think.material.map((one) => one.id);
  if (ask.think.kind === 'extract') return answered({ picks: ids.slice(0, 1).map((id) => ({ id, value: '' })) });
  return answered({ title: 'Brief', sections: [{ heading: '', claims: [{ text: 'All of it.', cites: ids }] }] });
}
const run = (inputs: Input[], world: Partial<World> = {}) =>
  simulate({ agent: researcher, decide, playbook: 'brief', inputs, call: browse, answer: think, ...world });
const toolsOf = (calls: Iterable<{ call: Call }>) => [...calls].map(({ call }) => `${call.id} ${call.tool}`);

test('is a package', () => {
  expect(agentPackage.parse(researcher)).toEqual(researcher);
});

test('reads what is handed over, follows what matters, and saves a report that cites it', () => {
  const { state, nexts, end } = run([tabInput(1), tabInput(2), link, selection]);
  expect(toolsOf(state.calls.values())).toEqual([
    ...['0[0].0 open_tab', '0[0].1.0.0 read', '1[0].0 read', '1[1].0 read', '2[0].0 read_selection'],
    ...['4[0].0 open_tab', '4[0].1.0.0 read', '6 save_report'],
  ]);
  expect(nexts.flatMap((one) => (one.kind === 'ask' ? one.what : []))).toEqual(['Picking what matters', 'Summarising']);
  const saved = state.calls.get('6')?.call;
  expect(saved?.args).toMatchObject({ title: 'Brief', notes: [] });
  const cites = ['s7', 's1', 's2', 's9', 's100'].flatMap((source) => [`${source}p1`, `${source}p2`]);
  expect(saved?.args.sections).toMatchObject([{ claims: [{ cites }] }]);
  expect(saved?.labels.sections).toMatchObject({ trusted: false, readers: ['https://news.example'] });
  expect(end).toEqual({ kind: 'end', state: 'succeeded', reason: 'Did save_report' });
});

test('follows a link at its own address, as it stood', () => {
  const { state } = run([tabInput(1)]);
  expect(state.calls.get('4[0].0')?.call.args).toEqual({ url: 'https://news.example/more-1' });
});

test('says in the report what could not be read', () => {
  const call = (one: Call): Outcome =>
    one.args.tab === 2 ? { kind: 'failed', message: 'The tab was closed.' } : browse(one);
  const { state } = run([tabInput(1), tabInput(2)], { call });
  expect(state.calls.get('6')?.call.args.notes).toEqual(['Could not read "Page 2": The tab was closed.']);
});

test('ends failed, saying why, when nothing could be read', () => {
  const call = (): Outcome => ({ kind: 'failed', message: 'The tab was closed.' });
  const { end } = run([tabInput(1)], { call });
  const reason = 'There was nothing to read. Could not read "Page 1": The tab was closed.';
  expect(end).toEqual({ kind: 'end', state: 'failed', reason });
});

test('ends in words when nothing was handed over', () => {
  expect(run([]).end).toEqual({ kind: 'end', state: 'failed', reason: 'There was nothing to read.' });
});
