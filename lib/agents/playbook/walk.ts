import type { AgentPackage } from '#lib/core/agent.ts';
import type { EngineConfig } from '#lib/core/engine.ts';
import type { Next } from '#lib/core/ports.ts';
import type { RunState } from '#lib/core/run.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { type Bound, NOTHING } from './bound.ts';
import type { Notes } from './notes.ts';
import type { Scope } from './scope.ts';

/** One walk over a playbook: what the journal holds is bound on the way, the first thing it does not hold is the next step. */
export type Walk = {
  state: RunState;
  agent: AgentPackage;
  engine: EngineConfig;
  onDeviceOnly: ReadonlySet<string>;
  tools: ReadonlyMap<string, ToolSpec>;
  notes: Notes;
  /** Addresses of the pages read so far on the way, so that no link leads back to one. */
  visited: string[];
};

export type Stopped = { kind: 'stopped'; state: 'failed' | 'rejected'; reason: string; note: Bound };
export type Result = { kind: 'passed' } | { kind: 'pending'; next: Next } | Stopped;

export const PASSED: Result = { kind: 'passed' };
export const pending = (next: Next): Result => ({ kind: 'pending', next });

/** What a step that came to nothing does: stops its list of steps, or leaves null under its name and goes on. */
export function giveUp(
  { notes }: Walk,
  step: { as: string; otherwise: 'stop' | 'skip' },
  scope: Scope,
  stopped: Stopped,
): Result {
  if (step.otherwise === 'stop') return stopped;
  notes.add(stopped.note);
  scope.names.set(step.as, NOTHING);
  return PASSED;
}
