import type { Outcome } from '#lib/core/call.ts';
import type { ChatCall, ChatMessage } from '#lib/core/chat.ts';
import { isJsonObject, type JsonObject } from '#lib/core/json.ts';
import type { Label } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { isHeldBack, outcomeOf } from '../loop/due-calls.ts';
import { parseJson } from '../loop/read-call.ts';
import { repetitionAt } from '../loop/repetition.ts';
import { repeatedMistakes, type Turn, type TurnCall, type Turns } from '../loop/turns.ts';
import { messageTokens } from './tokens.ts';

/** One message of the history. Those with a `result` may be shortened; `instead` then says in a line what stood there. */
export type Entry = {
  message: ChatMessage;
  turn: number;
  /** Of the whole message. */
  tokens: number;
  result?: { what: string; label: Label; instead: string; superseded?: boolean };
};

/** What an entry depends on beside its turn; `seen` holds the tabs of which a newer snapshot stands further on, and gets those met here. */
export type Surroundings = { state: RunState; seen: Set<number> };

/** The turn so many steps back as messages: what the model said, what came of its calls, and sentences about its mistakes. */
export function entriesOf(turns: Turns, back: number, around: Surroundings): Entry[] {
  const turn = turns.back(back);
  if (!turn) return [];
  const again =
    repeatedMistakes(turns, { back, most: 3 }) === 2 ? ' This was the second time; after a third the run ends.' : '';
  const nudge = nudgeAt(turns, back, around.state);
  if (turn.kind === 'unusable')
    return [entryOf(turn, { role: 'user', content: [turn.sentence + again, nudge].filter(Boolean).join(' ') })];
  const calls = turn.calls.map((one) => readable(one.written));
  const last = turn.calls.at(-1);
  // From the last call back, so that the newest snapshot of a tab is met first.
  const results = turn.calls
    .toReversed()
    .map((one) => resultEntry(turn, one, around, { again, nudge: one === last && nudge }));
  return [entryOf(turn, { role: 'assistant', content: turn.text, calls }), ...results.toReversed()];
}

/** What a model is told that goes round in circles: at the turn where it shows, once for each circle. */
function nudgeAt(turns: Turns, back: number, state: RunState): string {
  const repetition = repetitionAt(turns, back, state);
  if (repetition?.kind !== 'noticed') return '';
  const what =
    repetition.round === 1
      ? `You have taken the same step ${repetition.turns} times in a row`
      : `You have gone round the same ${repetition.round} steps twice`;
  return `${what}, with the same result each time. Once more changes nothing and pauses the run. Use other arguments, another tool or another page; or say what you have found and what could not be done.`;
}

type Spoken = Extract<Turn, { kind: 'spoke' }>;

function resultEntry(
  turn: Spoken,
  one: TurnCall,
  { state, seen }: Surroundings,
  { again, nudge }: { again: string; nudge: string | false },
): Entry {
  const say = (content: JsonObject) =>
    entryOf(turn, resultMessage(one.id, nudge ? { note: nudge, ...content } : content));
  if (one.read.kind === 'mistaken') return say({ mistake: one.read.sentence + again });
  const outcome = outcomeOf(one, state);
  if (!outcome) {
    const isHeld = isHeldBack(one, turn.calls, state);
    return say({ notDone: isHeld ? 'Not done, because a call before it came to nothing.' : 'Not done yet.' });
  }
  if (outcome.kind !== 'done') return say(told(outcome));
  const entry = nudge ? say(wholeOf(outcome)) : keptEntry(turn, one, outcome);
  const tab = snapshotOf(one);
  const superseded = tab !== undefined && seen.has(tab);
  if (tab !== undefined) seen.add(tab);
  const value = superseded ? '(a newer snapshot of this tab stands below)' : '(left out)';
  const instead = JSON.stringify({ ...(nudge && { note: nudge }), done: outcome.words, value });
  return { ...entry, result: { what: outcome.words, label: outcome.label, instead, superseded } };
}

const wholeOf = ({ words, value }: Extract<Outcome, { kind: 'done' }>): JsonObject => ({ done: words, value });

/** Messages by what they tell of: an outcome never changes, and writing down a long one in every turn would cost more than all else. */
const kept = new WeakMap<Outcome, Entry>();

function keptEntry(turn: Spoken, { id }: TurnCall, outcome: Extract<Outcome, { kind: 'done' }>): Entry {
  const known = kept.get(outcome);
  if (known?.turn === turn.number) return known;
  const entry = entryOf(turn, resultMessage(id, wholeOf(outcome)));
  kept.set(outcome, entry);
  return entry;
}

const resultMessage = (call: string, content: JsonObject): ChatMessage => ({
  ...{ role: 'tool', call },
  content: JSON.stringify(content),
});

function entryOf({ number }: Turn, message: ChatMessage): Entry {
  return { turn: number, message, tokens: messageTokens(message) };
}

function told(outcome: Exclude<Outcome, { kind: 'done' }>): JsonObject {
  switch (outcome.kind) {
    case 'denied':
      return { denied: outcome.message };
    case 'failed':
      return { failed: outcome.message };
    case 'uncertain':
      return {
        uncertain: `${outcome.message} It may have happened: look before you do anything about it, and do not repeat it.`,
      };
    default:
      return outcome satisfies never;
  }
}

/** Some servers refuse a history whose arguments do not parse. */
function readable(written: ChatCall): ChatCall {
  const parsed = parseJson(written.arguments);
  return typeof parsed === 'object' && parsed !== null ? written : { ...written, arguments: '{}' };
}

function snapshotOf({ read }: TurnCall): number | undefined {
  if (read.kind !== 'formed' || read.call.tool !== 'snapshot' || !isJsonObject(read.call.args)) return undefined;
  return typeof read.call.args.tab === 'number' ? read.call.args.tab : undefined;
}
