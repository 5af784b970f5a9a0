import type { Step } from '#lib/core/playbook.ts';
import type { Decide, Next } from '#lib/core/ports.ts';
import { callStep } from './call-step.ts';
import { eachStep } from './each-step.ts';
import { holds } from './holds.ts';
import { createNotes } from './notes.ts';
import { rootScope, type Scope } from './scope.ts';
import { thinkStep } from './think-step.ts';
import { PASSED, type Result, type Walk } from './walk.ts';

/**
 * The decider of playbooks: walks the steps, takes from the journal what has ended, yields the first thing that has not.
 * Ids follow from places: `2` is the third step, `2.0.1` the second step of the first branch of a `when`, `3[0].1` the
 * second step for the first item of an `each`.
 */
export function createPlaybookDecider({ tools }: Pick<Walk, 'tools'>): Decide {
  return (world) => {
    const playbook = world.agent.playbooks.find((one) => one.id === world.state.playbook);
    if (!playbook)
      return {
        kind: 'end',
        state: 'failed',
        reason: `${world.agent.name} has no playbook "${world.state.playbook ?? ''}".`,
      };
    const notes = createNotes();
    const walk: Walk = { ...world, tools, notes, visited: [] };
    const result = walkSteps(walk, playbook.steps, '', rootScope(world.state, notes.items));
    switch (result.kind) {
      case 'pending':
        return result.next;
      case 'stopped':
        return { kind: 'end', state: result.state, reason: result.reason };
      case 'passed':
        return succeeded(walk);
      default:
        return result satisfies never;
    }
  };
}

function walkSteps(walk: Walk, steps: readonly Step[], prefix: string, scope: Scope): Result {
  for (const [index, step] of steps.entries()) {
    const result = walkStep(walk, step, `${prefix}${index}`, scope);
    if (result.kind !== 'passed') return result;
  }
  return PASSED;
}

function walkStep(walk: Walk, step: Step, path: string, scope: Scope): Result {
  switch (step.do) {
    case 'call':
      return callStep(walk, step, path, scope);
    case 'save':
      return callStep(walk, { ...step, do: 'call', tool: `save_${step.kind}`, otherwise: 'stop' }, path, scope);
    case 'delegate': {
      const { do: _, as, otherwise, ...args } = step;
      return callStep(walk, { do: 'call', as, tool: 'delegate', args, otherwise }, path, scope);
    }
    case 'think':
      return thinkStep(walk, step, path, scope);
    case 'when': {
      const branch = holds(step.test, scope) ? 0 : 1;
      return walkSteps(walk, branch === 0 ? step.steps : step.otherwise, `${path}.${branch}.`, scope);
    }
    case 'each':
      return eachStep(walk, step, { path, scope }, (prefix, inner) => walkSteps(walk, step.steps, prefix, inner));
    default:
      return step satisfies never;
  }
}

/** The end of a playbook that was walked to its end, in the words of the last thing that left something behind. */
function succeeded({ state, tools }: Walk): Next {
  const done = [...state.calls.values()].flatMap(({ call, outcome }) =>
    outcome?.kind === 'done' ? [{ words: outcome.words, effect: tools.get(call.tool)?.effect }] : [],
  );
  const last = done.findLast((one) => one.effect !== 'read') ?? done.at(-1);
  return { kind: 'end', state: 'succeeded', reason: last?.words || 'Done.' };
}
