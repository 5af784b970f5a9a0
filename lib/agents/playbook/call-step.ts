import type { Call, Outcome } from '#lib/core/call.ts';
import { isJsonObject } from '#lib/core/json.ts';
import type { Label } from '#lib/core/label.ts';
import type { Step } from '#lib/core/playbook.ts';
import { type CallState, labelsOf } from '#lib/core/run.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { checkArgs } from '../check-args.ts';
import { type Bound, below, bind, jsonOf, labelOf } from './bound.ts';
import { missingNote, ownNotes } from './notes.ts';
import type { Scope } from './scope.ts';
import { resolve } from './template.ts';
import { giveUp, PASSED, pending, type Result, type Stopped, type Walk } from './walk.ts';

type CallStep = Extract<Step, { do: 'call' }>;

/** Binds what came of the call with this id, or yields the call. What ended is never called again. */
export function callStep(walk: Walk, step: CallStep, id: string, scope: Scope): Result {
  const past = walk.state.calls.get(id);
  if (past?.outcome) return settle(walk, step, { ...past, outcome: past.outcome, scope });
  const formed = past
    ? { kind: 'formed' as const, call: past.call }
    : formCall(walk, step.tool, id, resolve(step.args, scope));
  if (formed.kind === 'formed') return pending({ kind: 'calls', calls: [formed.call] });
  const note = missingNote({ tool: step.tool, args: {}, labels: {} }, formed.message, walk.state);
  return giveUp(walk, step, scope, { kind: 'stopped', state: 'failed', reason: formed.message, note });
}

function settle(walk: Walk, step: CallStep, past: CallState & { outcome: Outcome; scope: Scope }): Result {
  const { call, outcome, scope } = past;
  if (outcome.kind !== 'done') {
    const note = missingNote(call, outcome.message, walk.state, labelsOf(past));
    return giveUp(walk, step, scope, { kind: 'stopped', ...endOf(outcome, call, walk.tools), note });
  }
  scope.names.set(step.as, bind(outcome.value, outcome.label));
  for (const note of ownNotes(outcome)) walk.notes.add(note);
  if (isJsonObject(outcome.value) && typeof outcome.value.url === 'string') walk.visited.push(outcome.value.url);
  return PASSED;
}

/** How a run ends that can't do without this call. */
function endOf(
  outcome: Exclude<Outcome, { kind: 'done' }>,
  { tool, args }: Call,
  tools: Walk['tools'],
): Pick<Stopped, 'state' | 'reason'> {
  const names = { tab: (id: number) => `tab ${id}`, artifact: (id: string) => id };
  const doing = tools.get(tool)?.words(args, names).doing ?? tool;
  switch (outcome.kind) {
    case 'failed':
      return { state: 'failed', reason: outcome.message.trim() || `${doing} failed.` };
    case 'denied':
      return { state: 'rejected', reason: `Not allowed: ${doing}. ${outcome.message}` };
    case 'uncertain':
      return { state: 'failed', reason: `${doing}: this may have happened, and was not repeated. ${outcome.message}` };
    default:
      return outcome satisfies never;
  }
}

type Formed = { kind: 'formed'; call: Call } | { kind: 'unformed'; message: string };

function formCall({ agent, tools }: Walk, tool: string, id: string, args: Bound | undefined): Formed {
  const spec: ToolSpec | undefined = agent.tools.includes(tool) ? tools.get(tool) : undefined;
  if (!spec) return { kind: 'unformed', message: `${agent.name} has no tool named ${tool}.` };
  const checked = checkArgs(spec, args && jsonOf(args));
  if (checked.kind === 'wrong') return { kind: 'unformed', message: checked.message };
  const labels: Record<string, Label> = {};
  for (const name of Object.keys(checked.args)) {
    const part = args && below(args, `/${name}`);
    if (part) labels[name] = labelOf(part);
  }
  return { kind: 'formed', call: { id, tool, args: checked.args, labels } };
}
