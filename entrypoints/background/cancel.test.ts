import { expect, test } from 'vitest';
import type { Outcome } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import { USER } from '#lib/core/label.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { newRun } from '../../tests/support/store.ts';
import { cancelling } from './cancel.ts';

const requested = (id: string, tool: string): Happening => ({
  kind: 'call-requested',
  call: { id, tool, args: { tab: 1 }, labels: { '*': USER } },
});
const decided = (call: string, effect: 'read' | 'send', words: string): Happening => ({
  ...{ kind: 'call-decided', call, verdict: 'allow', rule: 'granted', effect, site: 'https://a.example' },
  ...{ reasons: [], controls: [], words },
});
const started = (call: string): Happening => ({ kind: 'call-started', call });
const SENDING = [requested('s', 'send'), decided('s', 'send', 'Sending the mail'), started('s')];

function stopped(happenings: readonly Happening[]) {
  const { id, ...facts } = newRun();
  const all: Happening[] = [{ kind: 'run-created', ...facts, root: id }, { kind: 'run-started' }, ...happenings];
  return foldJournal(all.map((happening, seq) => ({ run: id, seq, at: seq, happening })));
}
const STOP: Happening = { kind: 'stop-requested' };
const cancel = (happenings: readonly Happening[], seen?: Outcome) =>
  cancelling(stopped(happenings), { tools: catalogue, check: async () => seen });
const kinds = (cut: readonly Happening[]) =>
  cut.map((one) => (one.kind === 'call-ended' ? one.outcome.kind : one.kind));

test('denies what had not begun, and says plainly that it was stopped', async () => {
  const { cut, reason } = await cancel([requested('r', 'read'), STOP]);
  expect([kinds(cut), reason]).toEqual([['denied'], 'You stopped it.']);
});

test('names a side effect that was under way, and never calls it done or not done', async () => {
  const { cut, reason } = await cancel([...SENDING, STOP]);
  expect(kinds(cut)).toEqual(['uncertain']);
  expect(reason).toBe('You stopped it while "Sending the mail" was under way; it may have happened.');
});

test('believes the page where that shows what became of it', async () => {
  const done: Outcome = { kind: 'done', value: {}, label: USER, words: 'Sent the mail' };
  const { cut, reason } = await cancel([...SENDING, STOP], done);
  expect(kinds(cut)).toEqual(['done']);
  expect(reason).toBe('You stopped it. "Sending the mail" had been done by then.');
});

test('names what the stop itself cut off in the worker', async () => {
  const outcome: Outcome = { kind: 'uncertain', message: 'It was stopped.' };
  const { cut, reason } = await cancel([...SENDING, STOP, { kind: 'call-ended', call: 's', outcome, ms: 1 }]);
  expect(cut).toEqual([]);
  expect(reason).toContain('"Sending the mail" was under way');
});

test('does not name what was uncertain long before the stop', async () => {
  const outcome: Outcome = { kind: 'uncertain', message: 'It was cut off.' };
  const { reason } = await cancel([...SENDING, { kind: 'call-ended', call: 's', outcome, ms: 1 }, STOP]);
  expect(reason).toBe('You stopped it.');
});
