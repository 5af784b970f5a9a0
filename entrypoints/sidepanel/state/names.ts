import { agentIdOf } from '#lib/core/agent-id.ts';
import { useApp } from './app.ts';

/** How an agent is called, by its id or its pinned `id@version`; one that is not installed any more by its id. */
export function useAgentName(): (ref: string) => string {
  const { world } = useApp();
  const agents = world.agents.value ?? [];
  return (ref) => {
    const id = agentIdOf(ref);
    return agents.find((one) => one.id === id)?.name ?? id.charAt(0).toUpperCase() + id.slice(1).replace(/-/g, ' ');
  };
}

/** How an engine is called, by its id. */
export function useEngineName(): (id: string) => string {
  const { world } = useApp();
  const engines = world.engines.value?.engines ?? [];
  return (id) => engines.find((one) => one.id === id)?.name ?? id;
}
