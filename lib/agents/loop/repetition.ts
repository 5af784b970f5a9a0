import type { RunState } from '#lib/core/run.ts';
import { isSameTurn } from './same-turn.ts';
import type { Turns } from './turns.ts';

/** Rounds of up to this many turns are noticed: A A A, A B A B, A B C A B C, …. */
const LONGEST_ROUND = 4;

/**
 * A model going round in circles: `turns` like turns (or rounds of turns) in a row, with the same outcomes. `noticed` at the turn
 * that makes it one, where the model is told; `going-on` from the turn on that adds another round to it.
 */
export type Repetition = { kind: 'noticed' | 'going-on'; round: number; turns: number };

/**
 * Whether the turn so many steps back repeats those before it: the same calls with the same arguments and the same outcomes,
 * three times in a row or twice in a round of several. A poll whose outcomes change is none. Turns from before the person last
 * set the run going again don't count for those after it.
 */
export function repetitionAt(turns: Turns, back: number, state: RunState): Repetition | undefined {
  for (let round = 1; round <= LONGEST_ROUND; round += 1) {
    const noticed = Math.max(2, round);
    const like = likeTurns(turns, { back, round, most: noticed + round, state });
    if (like >= noticed + round) return { kind: 'going-on', round, turns: like + round };
    if (like >= noticed) return like === noticed ? { kind: 'noticed', round, turns: like + round } : undefined;
  }
  return undefined;
}

/** How many turns in a row, from there back, are like the one a round before them. */
function likeTurns(
  turns: Turns,
  { back, round, most, state }: { back: number; round: number; most: number; state: RunState },
): number {
  const onlyFresh = turns.isFresh(back);
  for (let like = 0; like < most; like += 1) {
    const [one, before] = [turns.back(back + like), turns.back(back + like + round)];
    if (!one || !before || (onlyFresh && !turns.isFresh(back + like + round))) return like;
    if (!isSameTurn(one, before, state)) return like;
  }
  return most;
}
