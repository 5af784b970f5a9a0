import { expect, test } from 'vitest';
import { builtIn } from '#lib/agents/packages/index.ts';
import type { Progress } from '#lib/broker/progress.ts';
import type { Happening } from '#lib/core/event.ts';
import { AGENT } from '#lib/core/label.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { openCalls } from '#lib/core/run.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { callStep } from './call-step.ts';
import { createTabLeases } from './tab-leases.ts';

const [agent] = builtIn;
const ended: Progress = { kind: 'ended', outcome: { kind: 'failed', message: 'It failed.' } };
const underWay = (name: string): Progress => ({
  ...{ kind: 'under-way', run: { name, row: { status: 'running', reason: '' } } },
});
const asking: Progress = { kind: 'waiting', approval: { id: 'a' } as never };

/** Open calls by tool and how far each of them is: `new`, `begun`, or `asked` and unanswered. */
async function step(calls: [tool: string, stage: 'new' | 'begun' | 'asked', Progress?][], { isAnswered = false } = {}) {
  if (!agent) throw new Error('There is no agent.');
  const happenings = calls.flatMap(([tool, stage], nth): Happening[] => [
    { kind: 'call-requested', call: { id: `${nth}`, tool, args: { tab: nth }, labels: { '*': AGENT } } },
    ...(stage === 'begun' ? [{ kind: 'call-started' as const, call: `${nth}` }] : []),
    ...(stage === 'asked' ? [{ kind: 'approval-requested' as const, approval: `a${nth}`, call: `${nth}` }] : []),
  ]);
  const created: Happening = {
    ...{ kind: 'run-created', agent: 'coordinator@1.0.0', task: 'T', title: 'T', inputs: [], engine: 'basic' },
    ...{ attended: true, root: 'r' },
  };
  const all: Happening[] = [created, { kind: 'run-started' }, ...happenings];
  const state = foldJournal(all.map((happening, seq) => ({ run: 'r', seq, at: seq, happening })));
  const invoked: string[] = [];
  const told: string[] = [];
  const tell = (written: readonly Happening[]) => {
    for (const one of written) told.push(one.kind === 'run-waiting' ? `${one.on}: ${one.reason}` : one.kind);
    return true;
  };
  const pace = await callStep(
    {
      ...{ tools: catalogue, tabs: createTabLeases() },
      invoke: async ({ call }) => {
        invoked.push(call.id);
        return calls[Number(call.id)]?.[2] ?? ended;
      },
      append: async (_, ...written) => tell(written),
      // An answer that was journaled meanwhile makes the state that is at hand an old one.
      journal: {
        follow: async (_, written) => !isAnswered && tell(written),
        fold: async () => state,
        seen: () => state,
      },
    },
    { state, agent, open: openCalls(state), signal: new AbortController().signal },
  );
  return { invoked: invoked.join(), told, pace };
}

test('what is handed on goes beside the reads, and what changes something waits its turn', async () => {
  const { invoked } = await step([
    ['read', 'new'],
    ['delegate', 'new', underWay('Researcher')],
    ['save_report', 'new'],
    ['delegate', 'new', underWay('Researcher')],
  ]);
  expect(invoked).toBe('0,1,3');
});

test('calls that have yet to begin go before those that are looked after', async () => {
  expect(
    await step([
      ['delegate', 'begun', underWay('Researcher')],
      ['delegate', 'new', underWay('Researcher')],
    ]),
  ).toEqual({ invoked: '1', told: [], pace: 'on' });
});

test('a run with nothing else to do waits for those that work for it, and says for whom', async () => {
  expect(
    await step([
      ['delegate', 'begun', underWay('Researcher')],
      ['delegate', 'begun', underWay('Correspondent')],
    ]),
  ).toEqual({ invoked: '0,1', told: ['child: It waits for Researcher and Correspondent.'], pace: 'on' });
});

test('it goes on as soon as one of them has ended', async () => {
  expect(
    await step([
      ['delegate', 'begun', underWay('Researcher')],
      ['delegate', 'begun'],
    ]),
  ).toMatchObject({
    ...{ told: [], pace: 'on' },
  });
});

test('where the person is asked as well, their answer is what it waits for', async () => {
  expect(
    await step([
      ['delegate', 'begun', underWay('Researcher')],
      ['open_tab', 'asked'],
    ]),
  ).toEqual({ invoked: '0', told: ['approval: It waits for your answer.'], pace: 'rest' });
});

test('a question that has just been put is not covered by another wait', async () => {
  expect(
    await step([
      ['open_tab', 'new', asking],
      ['delegate', 'new', underWay('Researcher')],
    ]),
  ).toEqual({ invoked: '0,1', told: [], pace: 'rest' });
});

test('an answer that comes while nobody looks is no longer waited for', async () => {
  expect(await step([['open_tab', 'asked']])).toMatchObject({
    told: ['approval: It waits for your answer.'],
    pace: 'rest',
  });
  expect(await step([['open_tab', 'asked']], { isAnswered: true })).toEqual({ invoked: '', told: [], pace: 'on' });
});
