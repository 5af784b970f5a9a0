import fc, { type Arbitrary } from 'fast-check';
import type { Effect } from './call.ts';
import type { Happening, RunEvent } from './event.ts';
import { siteLabel, USER } from './label.ts';

export const CREATED: Extract<Happening, { kind: 'run-created' }> = {
  ...{ kind: 'run-created', agent: 'a@1.0.0', task: 't', title: 't', inputs: [], engine: 'basic' },
  ...{ attended: true, root: 'r' },
};

const callId = fc.constantFrom('1', '2', '3');
const request = fc.constantFrom('q1', 'q2', 'q3');
const outcome = fc.constantFrom(
  { kind: 'done' as const, value: null, label: siteLabel('https://news.example'), words: 'did' },
  { kind: 'denied' as const, rule: 'no', message: 'no' },
  { kind: 'failed' as const, message: 'broke' },
);
const usage = { inputTokens: 3, outputTokens: 2, ms: 1, exact: true };
const end = fc.constantFrom(
  { kind: 'answered' as const, answer: 1, usage },
  { kind: 'aborted' as const, partial: '' },
  { kind: 'failed' as const, problem: { code: 'cut' as const, message: 'Cut.' }, partial: '' },
);

function decided(call: string, of: Effect): Happening {
  return {
    ...{ kind: 'call-decided', call, verdict: 'allow', rule: 'r', effect: of, site: 'https://mail.example' },
    ...{ reasons: [], controls: [], words: '' },
  };
}

/** Anything that may happen to a run after it was created, sensible at its place or not. */
export const anyHappening: Arbitrary<Happening> = fc.oneof(
  fc.constant<Happening>({ kind: 'run-started' }),
  callId.map(
    (id): Happening => ({
      kind: 'call-requested',
      call: { id, tool: 'read', args: { tab: 1 }, labels: { '*': USER } },
    }),
  ),
  fc.tuple(callId, fc.constantFrom<Effect>('read', 'draft', 'act', 'send')).map(([call, of]) => decided(call, of)),
  callId.map((call): Happening => ({ kind: 'call-started', call })),
  fc.record({ call: callId, outcome }).map((one): Happening => ({ kind: 'call-ended', ms: 1, ...one })),
  callId.map((call): Happening => ({ kind: 'approval-requested', approval: `a${call}`, call })),
  fc.record({ call: callId, answer: fc.constantFrom('allow' as const, 'refuse' as const) }).map(
    ({ call, answer }): Happening => ({
      kind: 'approval-answered',
      approval: `a${call}`,
      call,
      answer,
      scope: 'once',
    }),
  ),
  request.map(
    (id): Happening => ({
      ...{
        kind: 'model-requested',
        request: id,
        slot: id,
        attempt: 1,
        engine: 'basic',
        what: '',
        ledger: [],
        label: USER,
      },
    }),
  ),
  fc
    .record({ request, end, usd: fc.option(fc.constant(0.5), { nil: undefined }) })
    .map(({ usd, ...one }): Happening => ({ kind: 'model-ended', ...one, ...(usd !== undefined && { usd }) })),
  fc.constant<Happening>({ kind: 'run-recovered', what: 'stopped' }),
  fc.constant<Happening>({ kind: 'run-waiting', on: 'approval', reason: 'asks' }),
  fc.constant<Happening>({ kind: 'run-waiting', on: 'timer', reason: 'later', until: 99 }),
  fc.constant<Happening>({ kind: 'run-paused', by: 'user', reason: 'paused' }),
  fc.constant<Happening>({ kind: 'run-resumed', reason: 'go on' }),
  fc.constant<Happening>({ kind: 'priority-changed', priority: 1 }),
  fc.constant<Happening>({ kind: 'budget-changed', budget: { usd: 1 } }),
  fc.constant<Happening>({ kind: 'run-forked', run: 'old', seq: 3 }),
  fc.constant<Happening>({ kind: 'stop-requested' }),
  fc
    .constantFrom('succeeded' as const, 'cancelled' as const, 'rejected' as const, 'failed' as const)
    .map((state): Happening => ({ kind: 'run-ended', state, reason: 'end' })),
);

/** A journal of these happenings, one millisecond apart. */
export const journalOf = (happenings: readonly Happening[], run = 'r'): RunEvent[] =>
  happenings.map((happening, seq) => ({ run, seq, at: seq, happening }));

/** Any journal of a run. */
export const anyJournal: Arbitrary<RunEvent[]> = fc
  .array(anyHappening, { maxLength: 40 })
  .map((list) => journalOf([CREATED, ...list]));
