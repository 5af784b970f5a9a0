import type { LedgerItem } from '#lib/core/event.ts';
import { AGENT, joinLabels } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { estimateTokens } from '#lib/core/tokens.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { outcomeOf } from '../loop/due-calls.ts';
import type { Turns } from '../loop/turns.ts';
import { lineTokens } from './fit-history.ts';
import { type Entry, entriesOf } from './history.ts';
import { cutToTokens } from './tokens.ts';

/** However much room there is: a model does not do better for more, and each decision stays as cheap as the one before it. */
const MOST_TURNS = 200;
/** Of the room, for turns reduced to lines: the rest is for outcomes that still stand in full. */
const LINES_SHARE = 0.5;

/** The newest turns that have room when their outcomes are reduced to a line each, oldest first. The newest is always among them. */
export function shownTurns(turns: Turns, state: RunState, room: number): Entry[] {
  const around = { state, seen: new Set<number>() };
  const shown: Entry[][] = [];
  let tokens = 0;
  for (let back = 0; back < MOST_TURNS; back += 1) {
    const entries = entriesOf(turns, back, around);
    tokens += entries.reduce((sum, one) => sum + lineTokens(one), 0);
    if (entries.length === 0 || (back > 0 && tokens > room * LINES_SHARE)) break;
    shown.push(entries);
  }
  return shown.toReversed().flat();
}

/** How far back the account of earlier turns looks, how many things it names, and what it may cost. */
const TURNS_TOLD = 50;
const MOST_TOLD = 24;
const LONGEST_TOLD = 160;
const TOLD_TOKENS = 500;

/** One line in place of the turns before those shown, with its account; `undefined` where there are none. */
export function earlierTurns(
  turns: Turns,
  shown: readonly Entry[],
  { state, tools }: { state: RunState; tools: ReadonlyMap<string, ToolSpec> },
): { text: string; item: LedgerItem } | undefined {
  const [first] = shown;
  if (!first || first.turn <= 1) return undefined;
  const count = first.turn - 1;
  const words = wordsOfTurns(turns, turns.last - count, { state, tools });
  const done = words.length > 0 ? ` Done in them, among other things, newest last: ${words.join('; ')}.` : '';
  const text = cutToTokens(
    `${count} earlier ${count === 1 ? 'turn is' : 'turns are'} left out here.${done}`,
    TOLD_TOKENS,
  );
  const tokens = shown.reduce((sum, one) => sum + one.tokens, 0);
  const item: LedgerItem = {
    what: count === 1 ? '1 earlier turn' : `${count} earlier turns`,
    why: 'No room for them; a line says what was done in them',
    label: joinLabels([AGENT, ...(state.reads ? [state.reads] : [])]),
    tokens: estimateTokens(text),
    // Reading them all to count would cost what leaving them out saves: taken for as long as those shown.
    whole: Math.max(estimateTokens(text), Math.round((count * tokens) / (turns.last - count))),
    kept: 'shortened',
  };
  return { text, item };
}

/** What was done in the newest of them: what left something behind before what only read, as far as there is room for both. */
function wordsOfTurns(
  turns: Turns,
  from: number,
  { state, tools }: { state: RunState; tools: ReadonlyMap<string, ToolSpec> },
): string[] {
  const all: { words: string; lasting: boolean }[] = [];
  for (let back = from; back < from + TURNS_TOLD; back += 1) {
    const turn = turns.back(back);
    if (!turn) break;
    if (turn.kind !== 'spoke') continue;
    for (const one of turn.calls.toReversed()) {
      const outcome = outcomeOf(one, state);
      if (outcome?.kind !== 'done' || all.some((other) => other.words === outcome.words)) continue;
      all.push({ words: outcome.words, lasting: tools.get(one.written.tool)?.effect !== 'read' });
    }
  }
  const chosen = new Set(
    [...all.filter((one) => one.lasting), ...all.filter((one) => !one.lasting)].slice(0, MOST_TOLD),
  );
  return all
    .filter((one) => chosen.has(one))
    .map((one) => one.words.slice(0, LONGEST_TOLD))
    .toReversed();
}
