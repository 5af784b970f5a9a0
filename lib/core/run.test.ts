import { expect, test } from 'vitest';
import type { Happening } from './event.ts';
import { siteLabel, USER } from './label.ts';
import { foldJournal } from './reduce.ts';
import { activeMs, type CallState, LONGEST_STEP_MS, labelsOf } from './run.ts';

const NEWS = 'https://news.example';
const callAt = (site: string, outcome: CallState['outcome']): CallState => ({
  call: { id: '1', tool: 'fill', args: {}, labels: {} },
  requestedAt: 0,
  decided: {
    ...{ kind: 'call-decided', call: '1', verdict: 'allow', rule: 'granted', effect: 'act', site },
    ...{ reasons: [], controls: [], words: '' },
  },
  ...(outcome && { outcome }),
});

test('tells that a failure speaks of the page on which it came to nothing', () => {
  const failed = { kind: 'failed' as const, message: 'The button reads "Pay 12 to Mira".' };
  expect(labelsOf(callAt(NEWS, failed))).toEqual([siteLabel(NEWS)]);
  expect(labelsOf(callAt('annex', failed))).toEqual([]);
  expect(labelsOf(callAt(NEWS, { kind: 'denied', rule: 'off', message: 'No.' }))).toEqual([]);
  expect(labelsOf(callAt(NEWS, { kind: 'done', value: 1, label: USER, words: '' }))).toEqual([USER]);
});

/** Active time at the end of a journal, ms, of a run that was created at 0. */
function active(now: number, ...events: [at: number, Happening][]): number {
  const created: Happening = {
    ...{ kind: 'run-created', agent: 'a@1.0.0', task: 't', title: 't', inputs: [], engine: 'basic' },
    ...{ attended: true, root: 'r' },
  };
  const all: [number, Happening][] = [[0, created], ...events];
  return activeMs(foldJournal(all.map(([at, happening], seq) => ({ run: 'r', seq, at, happening }))), now);
}
const DAY = 24 * 3600 * 1000;
const started: Happening = { kind: 'run-started' };
const ended: Happening = { kind: 'run-ended', state: 'succeeded', reason: 'Done.' };

test('counts neither the time before the start nor that of a pause', () => {
  const paused: Happening = { kind: 'run-paused', by: 'user', reason: 'You paused it.' };
  const resumed: Happening = { kind: 'run-resumed', reason: 'You let it go on.' };
  expect(active(9_000, [1_000, started])).toBe(8_000);
  expect(active(9_000, [1_000, started], [2_000, paused])).toBe(1_000);
  expect(active(9_000, [1_000, started], [2_000, paused], [5_000, resumed], [6_000, ended])).toBe(2_000);
});

test('a machine that sleeps, or a clock that is set forward a day, costs a run no more than one long step', () => {
  expect(active(DAY, [1_000, started])).toBe(LONGEST_STEP_MS);
  expect(active(DAY + 1_000, [0, started], [DAY, { kind: 'run-recovered', what: 'It slept.' }])).toBe(
    LONGEST_STEP_MS + 1_000,
  );
});

test('a clock that is set back costs nothing', () => {
  expect(active(-DAY, [1_000, started])).toBe(0);
});
