import type { Decide } from '#lib/core/ports.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { createLoopDecider } from './loop/decider.ts';
import { createPlaybookDecider } from './playbook/decider.ts';

/** What decides every run: its playbook where it names one, else the free loop. */
export function createDecide(options: { tools: ReadonlyMap<string, ToolSpec> }): Decide {
  const byPlaybook = createPlaybookDecider(options);
  const freely = createLoopDecider(options);
  return (world) => (world.state.playbook === undefined ? freely(world) : byPlaybook(world));
}
