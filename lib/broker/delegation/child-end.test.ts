import { expect, test } from 'vitest';
import type { Outcome } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import { AGENT, joinLabels, siteLabel, USER } from '#lib/core/label.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { labelsOf } from '#lib/core/run.ts';
import { outcomeOfChild } from './child-end.ts';
import { waitingFor } from './waiting.ts';

const READ = 'https://read.example';
const SHOWN = 'https://shown.example';
const TOLD = 'https://told.example';
const report = { artifact: 'art-1', version: 1, kind: 'report', title: 'A report' };
const call = (id: string, outcome: Outcome): Happening[] => [
  { kind: 'call-requested', call: { id, tool: 't', args: {}, labels: { '*': AGENT } } },
  { kind: 'call-ended', call: id, outcome, ms: 1 },
];

/** A child that was told of one site, read another, was shown a third, and saved a report. */
function childThat(...ends: Happening[]) {
  const happenings: Happening[] = [
    {
      ...{ kind: 'run-created', agent: 'researcher@1.0.0', task: 'T', title: 'T', inputs: [], engine: 'basic' },
      ...{ attended: true, root: 'r0', parent: 'r0', taskLabel: siteLabel(TOLD) },
    },
    { kind: 'run-started' },
    ...call('1', { kind: 'done', value: {}, label: siteLabel(READ), words: '' }),
    {
      ...{ kind: 'model-requested', request: 'q', slot: 's', attempt: 1, engine: 'basic', what: '', ledger: [] },
      label: siteLabel(SHOWN),
    },
    ...call('2', { kind: 'done', value: report, label: AGENT, words: '' }),
    ...ends,
  ];
  return foldJournal(happenings.map((happening, seq) => ({ run: 'r1', seq, at: seq, happening })));
}
const ended = (state: 'succeeded' | 'failed' | 'rejected' | 'cancelled', reason = 'So it was.') =>
  childThat({ kind: 'run-ended', state, reason });
const outcome = (child = ended('succeeded'), expect: 'report'[] | 'table'[] = []) =>
  outcomeOfChild({ child, name: 'Researcher', expect });
const everything = joinLabels([{ ...USER, sources: ['child'] }, AGENT, ...[READ, SHOWN, TOLD].map(siteLabel)]);

test('a success brings what was made, and the label of all that the child was told, was shown and has read', () => {
  expect(outcome(undefined, ['report'])).toEqual({
    ...{ kind: 'done', words: 'Researcher: So it was.', label: everything },
    value: { run: 'r1', agent: 'researcher@1.0.0', reason: 'So it was.', artifacts: [report] },
  });
});

test('a success without what was wanted is a failure', () => {
  expect(outcome(undefined, ['table'])).toMatchObject({
    kind: 'failed',
    message: 'Researcher ended without a table. So it was.',
  });
});

test.each([
  ['failed', { kind: 'failed', message: 'Researcher failed: So it was.' }],
  ['rejected', { kind: 'denied', rule: 'rejected', message: 'Researcher was not allowed to do it: So it was.' }],
  ['cancelled', { kind: 'denied', rule: 'stopped', message: 'Researcher was stopped: So it was. Go on without it.' }],
] as const)('a child that ended %s is told of as that, with the label of what its words may hold', (state, told) => {
  expect(outcome(ended(state))).toEqual({ ...told, label: everything });
});

test('what a failure or a denial tells counts as read', () => {
  for (const state of ['failed', 'rejected', 'cancelled'] as const) {
    const came = outcome(ended(state));
    if (!came) throw new Error('It lives.');
    const one = { call: { id: '1', tool: 'delegate', args: {}, labels: {} }, requestedAt: 0, outcome: came };
    expect(labelsOf(one)).toEqual([everything]);
  }
});

test.each<[string, Happening[]]>([
  ['runs', []],
  ['waits', [{ kind: 'run-waiting', on: 'approval', reason: 'Asks.' }]],
  ['is paused at a cap', [{ kind: 'run-paused', by: 'budget', reason: 'The cap is reached.' }]],
])('a child that %s has no outcome yet', (_, ends) => {
  expect(outcome(childThat(...ends))).toBeUndefined();
});

test('says for whom a run waits, and who of them can’t go on by themselves', () => {
  const running = { status: 'running', reason: '' } as const;
  const asks = { status: 'waiting', waitingOn: 'approval', reason: 'Waiting for your answer: Send' } as const;
  const capped = { status: 'paused', reason: 'The cap is reached.' } as const;
  const retries = { status: 'waiting', waitingOn: 'timer', reason: 'It is asked again.' } as const;
  const runs = [running, capped, capped, retries].map((row) => ({ name: 'Researcher', row }));
  expect(waitingFor([...runs, { name: 'Correspondent', row: asks }])).toBe(
    'It waits for Researcher (4 runs) and Correspondent. Researcher is paused: The cap is reached. Correspondent: Waiting for your answer: Send',
  );
});
