import { expect, test } from 'vitest';
import type { Call, Outcome } from '#lib/core/call.ts';
import { siteLabel } from '#lib/core/label.ts';
import type { Step } from '#lib/core/playbook.ts';
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
import { createPlaybookDecider } from './decider.ts';

const NEWS = siteLabel('https://news.example');
const decide = createPlaybookDecider({ tools: testTools });
const read: Step = { do: 'call', as: 'reading', tool: 'read', args: { tab: 1 }, otherwise: 'skip' };
const draft = (otherwise: 'stop' | 'skip' = 'stop'): Step => ({
  ...{ do: 'think', as: 'draft', otherwise },
  think: { kind: 'draft', question: { ref: '/task' }, material: { ref: '/reading/passages' } },
});
const save: Step = {
  ...{ do: 'save', as: 'kept', kind: 'draft' },
  args: { to: { ref: '/notes' }, subject: '', body: { ref: '/draft/body' } },
};
const run = (steps: Step[], world: Partial<World>) =>
  simulate({ agent: agentWith(steps), decide, playbook: 'test', call: (one) => done(one, readingOf(1)), ...world });
const asksOf = (nexts: { kind: string }[]) => nexts.filter((one): one is AskNext => one.kind === 'ask');
const mendOf = ({ ask }: AskNext) => (ask.kind === 'think' ? ask.mend : undefined);
const good = answered({ subject: 'S', body: 'B' });

test('asks once, with the passages as material, and binds the answer with its label', () => {
  const { nexts, state } = run([read, draft(), save], { answer: () => good });
  const [ask, ...more] = asksOf(nexts);
  expect(more).toEqual([]);
  expect(ask).toMatchObject({ slot: '1', what: 'Drafting' });
  expect(ask?.ask).toMatchObject({ think: { question: 'Brief me', material: [{ id: 's1p1' }, { id: 's1p2' }] } });
  expect(state.calls.get('2')?.call.labels.body).toEqual({ ...NEWS, sources: [...NEWS.sources, 'user'] });
});

test('sends an unusable answer back with a sentence, twice, then asks basic and says so', () => {
  const answer = (next: AskNext, nth: number) => (next.engine === 'basic' ? good : malformed(`Mistake ${nth}.`));
  const { nexts, state, end } = run([read, draft(), save], { engine: LARGE, answer });
  const asks = asksOf(nexts);
  expect(asks.map(mendOf)).toEqual([undefined, 'Mistake 1.', 'Mistake 2.', undefined]);
  expect(asks.map((one) => one.engine)).toEqual([undefined, undefined, undefined, 'basic']);
  expect(end).toMatchObject({ state: 'succeeded' });
  expect(state.calls.get('2')?.call.args.to).toEqual([
    'Drafting: done by Basic, because the model gave no usable answer three times.',
  ]);
});

test('ends clearly when basic gives no usable answer either', () => {
  const { nexts, end } = run([read, draft()], { engine: LARGE, answer: () => malformed('No body.') });
  expect(asksOf(nexts)).toHaveLength(4);
  const reason = 'Drafting failed: no usable answer after 4 tries. No body.';
  expect(end).toEqual({ kind: 'end', state: 'failed', reason });
});

test('ends after three tries where basic is the engine', () => {
  const { nexts, end } = run([read, draft()], { answer: () => malformed('No.') });
  expect(asksOf(nexts)).toHaveLength(3);
  expect(end).toMatchObject({ state: 'failed' });
});

test('checks an answer itself and mends it', () => {
  const answer = (_: AskNext, nth: number) => (nth === 1 ? answered({ subject: 'S', body: '  ' }) : good);
  const { nexts } = run([read, draft()], { answer });
  expect(asksOf(nexts).map(mendOf)).toEqual([undefined, 'The body is blank. Write the text of the mail.']);
});

test('asks again, without counting, after an ask that failed or was aborted', () => {
  const problem = { code: 'unreachable', message: 'No server.' } as const;
  const answer = (_: AskNext, nth: number) => (nth < 6 ? ({ kind: 'failed', problem, partial: '' } as const) : good);
  const { nexts, end } = run([read, draft()], { engine: LARGE, answer });
  expect(asksOf(nexts).map((one) => [mendOf(one), one.engine])).toEqual(Array(6).fill([undefined, undefined]));
  expect(end).toMatchObject({ state: 'succeeded' });
});

test('does not ask about nothing', () => {
  const call = (): Outcome => ({ kind: 'failed', message: 'The tab was closed.' });
  const stopped = run([read, draft()], { call });
  expect(asksOf(stopped.nexts)).toEqual([]);
  const reason = 'There was nothing to read. Could not read: The tab was closed.';
  expect(stopped.end).toEqual({ kind: 'end', state: 'failed', reason });
  expect(run([read, draft('skip')], { call }).end).toMatchObject({ state: 'succeeded' });
});

test('ends rejected, not failed, when there is nothing to read because it was refused', () => {
  const call = (): Outcome => ({ kind: 'denied', rule: 'refused', message: 'You said no.' });
  expect(run([read, draft()], { call }).end).toMatchObject({ state: 'rejected' });
});

test('is blocked, and asks nothing, where on-device content would leave the device', () => {
  const onDeviceOnly = new Set(['https://news.example']);
  const { end } = run([read, draft()], { engine: LARGE, onDeviceOnly });
  expect(end).toMatchObject({ kind: 'blocked', reason: expect.stringContaining('news.example') });
  const local = { ...LARGE, baseUrl: 'http://127.0.0.1:8080/v1' };
  expect(run([read, draft()], { engine: local, onDeviceOnly, answer: () => good }).end.kind).toBe('end');
});

test('offers each link once, and none back to a page that was read', () => {
  const links = ['https://news.example/1#top', 'https://news.example/2', 'https://news.example/2'];
  const call = (one: Call) =>
    done(one, {
      ...readingOf(1),
      links: links.map((value, index) => ({ id: `l${index}`, text: `Link ${index}`, value })),
    });
  const extract: Step = {
    ...{ do: 'think', as: 'links', otherwise: 'skip' },
    think: { kind: 'extract', want: 'relevant', most: 3, question: 'Which?', material: { ref: '/reading/links' } },
  };
  const { nexts } = run([read, extract], { call, answer: () => answered({ picks: [] }) });
  const [ask] = asksOf(nexts);
  expect(ask?.ask).toMatchObject({ think: { material: [{ id: 'l1' }] } });
});
