import type { AgentPackage } from '#lib/core/agent.ts';
import { type ChatCall, chatAnswer } from '#lib/core/chat.ts';
import type { AskState, RunState } from '#lib/core/run.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { type Mistake, type ReadCall, readCall } from './read-call.ts';

/** One call of a turn. `written` keeps the model's words, under an id that is unique in the run: `t3.1`. */
export type TurnCall = { id: string; written: ChatCall; read: ReadCall };

/** One answer of the model, as the journal tells it; `number` counts from 1. */
export type Turn =
  | { kind: 'spoke'; number: number; ask: AskState; text: string; calls: TurnCall[] }
  /** Nothing in the answer could be used. */
  | { kind: 'unusable'; number: number; ask: AskState; mistake: Mistake; sentence: string };

/** The turns that have ended, from the newest back; read only as far as somebody asks, so that a long run costs no more than a short one. */
export type Turns = {
  /** Number of the newest turn; 0 before the first. */
  last: number;
  /** The newest turn for 0, the one before it for 1, …. */
  back: (steps: number) => Turn | undefined;
  /** Whether that turn was asked for since the person last set the run going again. */
  isFresh: (steps: number) => boolean;
};

const SLOT = /^turn-(\d+)$/;
export const slotOf = (turn: number): string => `turn-${turn}`;

/** Reads the turns of runs. What it has read of an answer it keeps as long as the answer itself is kept: an answer never changes. */
export function createTurnReader(
  tools: ReadonlyMap<string, ToolSpec>,
): (state: RunState, agent: AgentPackage) => Turns {
  const kept = new WeakMap<AskState, { agent: AgentPackage; turn: Turn }>();
  function read(ask: AskState, number: number, agent: AgentPackage): Turn {
    const known = kept.get(ask);
    if (known?.agent === agent) return known.turn;
    const turn = readTurn(ask, { number, agent, tools });
    kept.set(ask, { agent, turn });
    return turn;
  }
  return (state, agent) => {
    const found: { ask: AskState; number: number; place: number }[] = [];
    const asks = endedTurns(state);
    const at = (steps: number) => {
      while (found.length <= steps) {
        const next = asks.next();
        if (next.done) break;
        found.push(next.value);
      }
      return found[steps];
    };
    return {
      last: at(0)?.number ?? 0,
      back: (steps) => {
        const one = at(steps);
        return one && read(one.ask, one.number, agent);
      },
      isFresh: (steps) => (at(steps)?.place ?? -1) >= (state.resumedAfter ?? 0),
    };
  };
}

/** Asks that are turns, newest first. Those that failed or were aborted are none: they are asked again. */
function* endedTurns({ asks }: RunState): Generator<{ ask: AskState; number: number; place: number }> {
  let place = asks.size;
  let before = Number.POSITIVE_INFINITY;
  for (const ask of asks.newestFirst()) {
    place -= 1;
    if (ask.end?.kind !== 'answered' && ask.end?.kind !== 'malformed') continue;
    const number = Number(SLOT.exec(ask.slot)?.[1] ?? 0);
    if (number < 1 || number >= before) continue;
    before = number;
    yield { ask, number, place };
  }
}

function readTurn(
  ask: AskState,
  { number, ...options }: { number: number; agent: AgentPackage; tools: ReadonlyMap<string, ToolSpec> },
): Turn {
  const unusable = (mistake: Mistake, sentence: string): Turn => ({ kind: 'unusable', number, ask, mistake, sentence });
  if (ask.end?.kind === 'malformed')
    return unusable('unreadable', `Your last answer could not be used: ${ask.end.message}`);
  const parsed = chatAnswer.safeParse(ask.end?.kind === 'answered' ? ask.end.answer : undefined);
  if (!parsed.success)
    return unusable('unreadable', 'Your last answer could not be read. Answer with text or with tool calls.');
  const { text, calls } = parsed.data;
  if (!text.trim() && calls.length === 0) {
    const sentence =
      'Your last answer was empty. Call a tool, or, when the task is done, say so in one or two sentences.';
    return unusable('empty', sentence);
  }
  const read = calls.map((one, index): TurnCall => {
    const id = `t${number}.${index}`;
    return { id, written: { ...one, id }, read: readCall(one, { ...options, id, label: ask.label }) };
  });
  return { kind: 'spoke', number, ask, text, calls: read };
}

/** The one kind of mistake that a turn consists of; `undefined` when something in it could be used. */
function mistakeOf(turn: Turn): Mistake | undefined {
  if (turn.kind === 'unusable') return turn.mistake;
  const [first] = turn.calls;
  if (first?.read.kind !== 'mistaken') return undefined;
  return turn.calls.every((one) => one.read.kind === 'mistaken') ? first.read.mistake : undefined;
}

/** How many turns, from the one so many steps back on, consist of the same kind of mistake; counts no further than `most`. */
export function repeatedMistakes(turns: Turns, { back = 0, most }: { back?: number; most: number }): number {
  const newest = turns.back(back);
  const mistake = newest && mistakeOf(newest);
  if (!mistake) return 0;
  let count = 1;
  while (count < most) {
    const turn = turns.back(back + count);
    if (!turn || mistakeOf(turn) !== mistake) break;
    count += 1;
  }
  return count;
}
