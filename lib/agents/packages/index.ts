import type { AgentPackage } from '#lib/core/agent.ts';
import { coordinator } from './coordinator.ts';
import { correspondent } from './correspondent.ts';
import { operator } from './operator.ts';
import { researcher } from './researcher.ts';

/** The agents that come with Annex. */
export const builtIn: readonly AgentPackage[] = [researcher, correspondent, coordinator, operator];
