import { builtIn } from '#lib/agents/packages/index.ts';
import { agentRef } from '#lib/core/agent.ts';
import type { CallState } from '#lib/core/run.ts';
import type { Store } from '#lib/store/index.ts';
import { playbookFor } from '../../orders/prepare-run.ts';

/**
 * The playbook by which a run that was decided freely goes on with an engine that can't do that. It begins anew, with all that
 * was read kept; so there is none where something was done already that must not be done twice.
 */
export async function playbookToGoOnWith(run: string, engineId: string, store: Store): Promise<{ playbook?: string }> {
  const [state, engine] = await Promise.all([store.journal.fold(run), store.settings.engine(engineId)]);
  const agent = builtIn.find((one) => agentRef(one) === state?.agent);
  if (!state || !agent || !engine || state.playbook !== undefined) return {};
  return [...state.calls.values()].some(mustStay) ? {} : playbookFor(agent, engine);
}

/** What may have acted, and what was handed on: another run has worked on that. */
function mustStay({ call, decided, startedAt }: CallState): boolean {
  if (startedAt === undefined) return false;
  return decided?.effect === 'act' || decided?.effect === 'send' || call.tool === 'delegate';
}
