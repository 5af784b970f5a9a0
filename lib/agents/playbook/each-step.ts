import type { Call } from '#lib/core/call.ts';
import type { Step } from '#lib/core/playbook.ts';
import { goesBeside } from '#lib/core/tool.ts';
import { type Bound, bindList, itemsOf, NOTHING } from './bound.ts';
import { plainNote } from './notes.ts';
import type { Scope } from './scope.ts';
import { resolve } from './template.ts';
import { PASSED, pending, type Result, type Stopped, type Walk } from './walk.ts';

type EachStep = Extract<Step, { do: 'each' }>;
type WalkItem = (path: string, scope: Scope) => Result;

/**
 * Walks the inner steps for every item. Reads of all items, and what is handed on for them, go side by side, everything else in order. An item that stops
 * is dropped: null in the list, a sentence in the notes; when all are dropped, the step stops.
 */
export function eachStep(
  walk: Walk,
  step: EachStep,
  { path, scope }: { path: string; scope: Scope },
  walkItem: WalkItem,
): Result {
  const over = resolve(step.over, scope);
  const all = over ? itemsOf(over) : [];
  if (!all) {
    const reason = `The playbook goes over something that is no list (step ${path}).`;
    return { kind: 'stopped', state: 'failed', reason, note: plainNote(reason) };
  }
  const items = all.slice(0, step.most);
  const rows: Bound[] = [];
  const dropped: Stopped[] = [];
  const sideBySide: Call[] = [];
  for (const [index, item] of items.entries()) {
    const inner: Scope = { names: new Map(), outer: { names: new Map([[step.item, item]]), outer: scope } };
    const result = walkItem(`${path}[${index}].`, inner);
    if (result.kind === 'pending') {
      const beside = callsBeside(walk, result);
      if (beside) {
        sideBySide.push(...beside);
        continue;
      }
      if (sideBySide.length === 0) return result;
      break;
    }
    if (result.kind === 'passed') rows.push({ kind: 'names', of: inner.names });
    else {
      rows.push(NOTHING);
      dropped.push(result);
      walk.notes.add(result.note);
    }
  }
  if (sideBySide.length > 0) return pending({ kind: 'calls', calls: sideBySide });
  if (items.length > 0 && dropped.length === items.length) return allDropped(dropped);
  if (all.length > items.length)
    walk.notes.add(plainNote(`Only the first ${items.length} of ${all.length} were used.`));
  scope.names.set(step.as, bindList(rows));
  return PASSED;
}

function callsBeside({ tools }: Walk, { next }: Extract<Result, { kind: 'pending' }>): Call[] | undefined {
  if (next.kind !== 'calls') return undefined;
  const isBeside = ({ tool }: Call) => {
    const spec = tools.get(tool);
    return spec !== undefined && goesBeside(spec);
  };
  return next.calls.every(isBeside) ? next.calls : undefined;
}

function allDropped(dropped: readonly Stopped[]): Result {
  const [first] = dropped;
  if (!first) return PASSED;
  const state = dropped.every((one) => one.state === 'rejected') ? 'rejected' : 'failed';
  const reason = [...new Set(dropped.map((one) => one.reason))].slice(0, 3).join(' ');
  return { kind: 'stopped', state, reason, note: first.note };
}
