import type { Outcome } from '#lib/core/call.ts';
import type { Happening, RunEvent } from '#lib/core/event.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import { USER } from '#lib/core/label.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import type { RunState } from '#lib/core/run.ts';
import { answered, done } from './simulate.test-support.ts';

/** One turn of a run: the calls of the model and what came of them. */
export type LongTurn = { tool: string; args: JsonObject; outcome?: Outcome; value?: Json }[];

/** The events of a run in the free loop that took these turns, one after the other; `first` is the number of the first. */
export function turnEvents(turns: readonly LongTurn[], first = 1): Happening[] {
  return turns.flatMap((calls, index): Happening[] => {
    const number = first + index;
    const request = `ask-${number}`;
    const written = calls.map(({ tool, args }) => ({ id: '', tool, arguments: JSON.stringify(args) }));
    const made = calls.map(({ tool, args, outcome, value }, place) => {
      const call = { id: `t${number}.${place}`, tool, args, labels: { '*': USER } };
      return { call, outcome: outcome ?? done(call, value) };
    });
    return [
      {
        ...{ kind: 'model-requested', request, slot: `turn-${number}`, attempt: 1, engine: 'large', what: 'Deciding' },
        ...{ ledger: [], label: USER },
      },
      { kind: 'model-ended', request, end: answered({ text: '', calls: written }) },
      ...made.map(({ call }): Happening => ({ kind: 'call-requested', call })),
      ...made.flatMap(({ call, outcome }): Happening[] => [
        { kind: 'call-started', call: call.id },
        { kind: 'call-ended', call: call.id, outcome, ms: 1 },
      ]),
    ];
  });
}

/** A run as it stands after these happenings. */
export function runAfter(happenings: readonly Happening[]): RunState {
  const all: Happening[] = [
    {
      ...{ kind: 'run-created', agent: 'tester@1.0.0', task: 'Work', title: 'A run', inputs: [], engine: 'large' },
      ...{ attended: true, root: 'run-1' },
    },
    { kind: 'run-started' },
    ...happenings,
  ];
  return foldJournal(all.map((happening, seq): RunEvent => ({ run: 'run-1', seq, at: seq, happening })));
}
