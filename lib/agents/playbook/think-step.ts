import { BASIC, type EngineConfig } from '#lib/core/engine.ts';
import type { Json } from '#lib/core/json.ts';
import type { Label } from '#lib/core/label.ts';
import type { Step } from '#lib/core/playbook.ts';
import type { RunState } from '#lib/core/run.ts';
import type { ThinkRequest } from '#lib/core/think.ts';
import { assembleThink } from '../context/think.ts';
import { bind, jsonOf, NOTHING } from './bound.ts';
import { checkAnswer } from './check-answer.ts';
import { plainNote } from './notes.ts';
import { type ReadThink, readThink } from './read-think.ts';
import type { Scope } from './scope.ts';
import { resolve } from './template.ts';
import { giveUp, PASSED, pending, type Result, type Stopped, type Walk } from './walk.ts';

type ThinkStep = Extract<Step, { do: 'think' }>;

/** An answer that can't be used goes back with a sentence, twice. */
const ATTEMPTS = 3;

/** Binds the answer to the question in this slot, or asks it: again with a sentence that mends it, then basic, then no more. */
export function thinkStep(walk: Walk, step: ThinkStep, slot: string, scope: Scope): Result {
  const read = readThink(resolve(step.think, scope), walk.visited);
  if (read.kind === 'unformed') return giveUp(walk, step, scope, failure(read.message));
  if (read.kind === 'empty') return passEmpty(walk, step, scope);
  const past = readSlot(walk.state, slot, read.think);
  if (past.kind === 'answered') {
    scope.names.set(step.as, bind(past.answer, past.label));
    if (past.fellBack)
      walk.notes.add(
        plainNote(`${whatOf(read.think)}: done by Basic, because the model gave no usable answer three times.`),
      );
    return PASSED;
  }
  const fallback = past.byModel.length >= ATTEMPTS;
  const tried = fallback ? past.byBasic : [...past.byModel, ...past.byBasic];
  if (tried.length >= (fallback ? 1 : ATTEMPTS)) {
    const message = `${whatOf(read.think)} failed: no usable answer after ${past.byModel.length + past.byBasic.length} tries. ${tried.at(-1) ?? ''}`;
    return giveUp(walk, step, scope, failure(message.trim()));
  }
  return ask(walk, slot, read, { basic: fallback, mend: tried.at(-1) });
}

function ask(
  { engine, onDeviceOnly }: Walk,
  slot: string,
  { think, question, labels }: Extract<ReadThink, { kind: 'think' }>,
  { basic, mend }: { basic: boolean; mend: string | undefined },
): Result {
  const answering: EngineConfig = basic ? BASIC : engine;
  const ready = assembleThink({ think, question, labels, mend, engine: answering, onDeviceOnly });
  if (ready.kind === 'blocked') return pending(ready);
  const { ask: question_, ledger, label } = ready;
  return pending({
    ...{ kind: 'ask', slot, what: whatOf(think), ask: question_, ledger, label },
    ...(basic && { engine: 'basic' }),
  });
}

function passEmpty(walk: Walk, step: ThinkStep, scope: Scope): Result {
  if (step.otherwise === 'stop') {
    const why = walk.notes.items.slice(0, 3).map((one) => String(jsonOf(one)));
    const reason = ['There was nothing to read.', ...why].join(' ');
    return { ...failure(reason), state: isOnlyDenied(walk.state) ? 'rejected' : 'failed' };
  }
  scope.names.set(step.as, NOTHING);
  return PASSED;
}

/** Whether whatever came to nothing did so because it was not allowed: that is never called a failure. */
function isOnlyDenied({ calls }: RunState): boolean {
  const kinds = [...calls.values()].map((one) => one.outcome?.kind);
  return kinds.includes('denied') && !kinds.includes('failed') && !kinds.includes('uncertain');
}

const failure = (reason: string): Stopped => ({ kind: 'stopped', state: 'failed', reason, note: plainNote(reason) });

type PastSlot =
  | { kind: 'answered'; answer: Json; label: Label; fellBack: boolean }
  /** Why each answer so far could not be used. */
  | { kind: 'open'; byModel: string[]; byBasic: string[] };

/** What the journal holds of a slot. Asks that failed or were aborted say nothing: they are asked again. */
function readSlot(state: RunState, slot: string, think: ThinkRequest): PastSlot {
  const byModel: string[] = [];
  const byBasic: string[] = [];
  for (const one of state.asks.values()) {
    if (one.slot !== slot || !one.end) continue;
    const mistakes = one.engine === BASIC.id ? byBasic : byModel;
    if (one.end.kind === 'malformed') mistakes.push(one.end.message);
    if (one.end.kind !== 'answered') continue;
    const checked = checkAnswer(think, one.end.answer);
    if (checked.kind === 'malformed') mistakes.push(checked.message);
    else {
      const fellBack = one.engine === BASIC.id && byModel.length >= ATTEMPTS;
      return { kind: 'answered', answer: checked.answer, label: one.label, fellBack };
    }
  }
  return { kind: 'open', byModel, byBasic };
}

function whatOf(think: ThinkRequest): string {
  switch (think.kind) {
    case 'summarise':
      return 'Summarising';
    case 'extract':
      return { relevant: 'Picking what matters', dates: 'Looking for dates', addresses: 'Looking for addresses' }[
        think.want
      ];
    case 'classify':
      return 'Sorting';
    case 'draft':
      return 'Drafting';
    default:
      return think satisfies never;
  }
}
