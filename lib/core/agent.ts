import * as z from 'zod/mini';
import { artifactKind } from './artifact.ts';
import { capability } from './call.ts';
import { playbook } from './playbook.ts';

/** An installable package of data, no code. */
export const agentPackage = z.strictObject({
  schema: z.literal(1),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/)),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  icon: z.string(),
  role: z.string().check(z.minLength(1), z.maxLength(200)),
  instructions: z.string().check(z.maxLength(8000)),
  tools: z.array(z.string()),
  /** What it asks for, and why, in the person's words. */
  permissions: z.array(z.strictObject({ capability, why: z.string() })),
  starters: z.array(z.strictObject({ title: z.string(), task: z.string() })),
  /** Ids of the agents that it may hand work to; an edge that is not named here is not there. */
  delegates: z._default(z.array(z.string()).check(z.maxLength(20)), []),
  outputs: z.array(artifactKind),
  playbooks: z.array(playbook),
});
export type AgentPackage = z.infer<typeof agentPackage>;

/** How runs pin a package. */
export function agentRef(agent: Pick<AgentPackage, 'id' | 'version'>): string {
  return `${agent.id}@${agent.version}`;
}
