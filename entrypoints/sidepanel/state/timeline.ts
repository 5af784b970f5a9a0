import type { RunEvent } from '#lib/core/event.ts';
import type { AskState, CallState, RunState } from '#lib/core/run.ts';
import type { CallWords } from '#lib/core/tool.ts';
import { lapse, ordinal } from '../format.ts';
import type { runView } from '../strings/run-view.ts';
import { capsInWords } from './amount.ts';

export type CallPhase = 'asked' | 'parked' | 'running' | 'done' | 'denied' | 'failed' | 'uncertain';
/** What calls and questions have in common; `endSeq` is the event that ended it, after which the run can be forked. */
type Line = { id: string; at: number; words: string; again?: string; detail?: string; endSeq?: number };
export type TimelineItem =
  | ({ kind: 'call'; phase: CallPhase; ms?: number; one: CallState } & Line)
  | ({ kind: 'ask'; phase: 'running' | 'done' | 'failed'; one: AskState } & Line)
  /** `run`: another run that the words end with. */
  | { kind: 'note'; id: string; at: number; words: string; run?: string };

type Told = { words: (call: CallState) => CallWords; notes: typeof runView.notes; askedAgain: (nth: string) => string };

/** A run as a person reads it, in the order of its journal: calls and asks in words, and what happened between. */
export function timelineOf(state: RunState, events: readonly RunEvent[], told: Told): TimelineItem[] {
  const said = new Set([state.reason, state.problem?.message]);
  const ends = endsIn(events);
  const last = events.at(-1)?.seq;
  let rest: RunEvent | undefined;
  return events.flatMap((event): TimelineItem[] => {
    const { happening, at, seq } = event;
    const note = (words: string, run?: string): TimelineItem[] => [
      { kind: 'note', id: `note ${seq}`, at, words, ...(run !== undefined && { run }) },
    ];
    switch (happening.kind) {
      case 'call-requested': {
        const one = state.calls.get(happening.call.id);
        return one ? [withEnd(callItem(one, told), ends)] : [];
      }
      case 'model-requested': {
        const one = state.asks.get(happening.request);
        return one ? [withEnd(askItem(one, said, told), ends)] : [];
      }
      case 'run-waiting':
        rest = event;
        return [];
      case 'run-paused':
        rest = event;
        return seq === last ? [] : note(told.notes.paused(happening.reason));
      case 'run-resumed':
        return note(resumeWords(rest, happening.reason, at, told));
      case 'run-recovered':
        return note(told.notes.recovered(happening.what));
      case 'run-forked':
        return note(told.notes.forked, happening.run);
      case 'priority-changed':
        return note(told.notes.priority[happening.priority]);
      case 'budget-changed':
        return note(told.notes.budget(capsInWords(happening.budget)));
      case 'stop-requested':
        return note(told.notes.stopped(happening.because));
      default:
        return [];
    }
  });
}

/** The event that ended each call and each question. */
function endsIn(events: readonly RunEvent[]): ReadonlyMap<string, number> {
  return new Map(
    events.flatMap(({ happening, seq }): [string, number][] => {
      if (happening.kind === 'call-ended') return [[happening.call, seq]];
      return happening.kind === 'model-ended' ? [[happening.request, seq]] : [];
    }),
  );
}

function withEnd(item: TimelineItem, ends: ReadonlyMap<string, number>): TimelineItem {
  const endSeq = ends.get(item.id);
  return item.kind === 'note' || endSeq === undefined ? item : { ...item, endSeq };
}

/** What a run that goes on had waited for says more than why it goes on. */
function resumeWords(rest: RunEvent | undefined, reason: string, at: number, { notes }: Told): string {
  if (rest?.happening.kind !== 'run-waiting') return notes.resumed(reason);
  if (rest.happening.on === 'timer') return notes.retried(lapse(at - rest.at));
  return rest.happening.on === 'tab' ? notes.hadTab(rest.happening.reason) : notes.resumed(reason);
}

export function phaseOf(one: CallState): CallPhase {
  if (one.outcome) return one.outcome.kind;
  if (one.startedAt) return 'running';
  if (one.approval && !one.answer) return 'parked';
  return 'asked';
}

function callItem(one: CallState, told: Told): TimelineItem {
  const phase = phaseOf(one);
  const words = one.outcome?.kind === 'done' ? one.outcome.words : (one.decided?.words ?? told.words(one).doing);
  const detail = one.outcome && one.outcome.kind !== 'done' ? one.outcome.message : undefined;
  const { startedAt, endedAt } = one;
  return {
    ...{ kind: 'call', id: one.call.id, at: one.requestedAt, phase, words, one },
    ...(detail && { detail }),
    ...(startedAt !== undefined && endedAt !== undefined && { ms: endedAt - startedAt }),
  };
}

/** What the head of the run says already is not `said` again in its line. */
function askItem(one: AskState, said: ReadonlySet<string | undefined>, told: Told): TimelineItem {
  const phase = !one.end ? 'running' : one.end.kind === 'answered' ? 'done' : 'failed';
  const problem =
    one.end?.kind === 'failed' ? one.end.problem.message : one.end?.kind === 'malformed' ? one.end.message : '';
  return {
    ...{ kind: 'ask', id: one.request, at: one.requestedAt, phase, words: one.what, one },
    ...(one.attempt > 1 && { again: told.askedAgain(ordinal(one.attempt)) }),
    ...(problem && !said.has(problem) && { detail: problem }),
  };
}

/** How many steps of a journal had come to their end by an event, that one included: how a fork says where it began. */
export function stepsUpTo(events: readonly RunEvent[], seq: number): number {
  return events.filter((event) => event.seq <= seq && isStep(event)).length;
}

const isStep = ({ happening }: RunEvent) => happening.kind === 'call-ended' || happening.kind === 'model-ended';
