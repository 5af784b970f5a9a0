import * as z from 'zod';
import { artifactKind } from './artifact.ts';
import { capability } from './call.ts';
import { playbook } from './playbook.ts';

/** An installable package of data, no code. */
export const agentPackage = z.strictObject({
  schema: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  name: z.string().min(1).max(40),
  icon: z.string(),
  role: z.string().min(1).max(200),
  instructions: z.string().max(8000),
  tools: z.array(z.string()),
  /** What it asks for, and why, in the person's words. */
  permissions: z.array(z.strictObject({ capability, why: z.string() })),
  starters: z.array(z.strictObject({ title: z.string(), task: z.string() })),
  /** Ids of the agents that it may hand work to; an edge that is not named here is not there. */
  delegates: z.array(z.string()).max(20).default([]),
  outputs: z.array(artifactKind),
  playbooks: z.array(playbook),
});
export type AgentPackage = z.infer<typeof agentPackage>;

/** How runs pin a package. */
export function agentRef(agent: Pick<AgentPackage, 'id' | 'version'>): string {
  return `${agent.id}@${agent.version}`;
}
