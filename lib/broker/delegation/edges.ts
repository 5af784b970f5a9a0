import type { AgentPackage } from '#lib/core/agent.ts';
import { MAX_CHILDREN, MAX_DEPTH } from '#lib/core/delegation.ts';
import type { RunRow, RunState } from '#lib/core/run.ts';
import type { Situation } from '#lib/core/tool.ts';

type Refusal = NonNullable<Extract<Situation, { kind: 'found' }>['refused']>;

export type EdgeQuestion = {
  /** Id of the agent that work is handed to. */
  to: string;
  call: string;
  state: Pick<RunState, 'depth' | 'open' | 'calls'>;
  agent: AgentPackage;
  installed: readonly Pick<AgentPackage, 'id' | 'name'>[];
  /** Ids of the agents further up, the nearest first. */
  ancestors: readonly string[];
  /** All runs that this one has handed work to, ended ones too. */
  children: readonly Pick<RunRow, 'parentCall'>[];
};

/** Why work may not be handed along this edge; `undefined` where it may. What was handed on already stays so. */
export function refusedEdge(question: EdgeQuestion): Refusal | undefined {
  const { to, call, state, agent, installed, ancestors, children } = question;
  if (children.some((one) => one.parentCall === call)) return undefined;
  const nameOf = (id: string) => installed.find((one) => one.id === id)?.name ?? id;
  const others = agent.delegates.filter((id) => id !== agent.id && !ancestors.includes(id));
  const instead = others.length > 0 ? `Hand it to ${others.join(' or ')}, or do it here.` : 'Do it here.';
  const no = (rule: string, why: string): Refusal => ({ rule, message: `${why} ${instead}` });
  if (to === agent.id) return no('own-ancestor', `${agent.name} can't hand work to itself.`);
  if (ancestors.includes(to))
    return no(
      'own-ancestor',
      `${nameOf(to)} stands further up and waits for what comes of this, so it can't be handed back.`,
    );
  if (!agent.delegates.includes(to)) return no('no-edge', `${agent.name} may not hand work to "${to}".`);
  if (!installed.some((one) => one.id === to)) return no('no-agent', `There is no agent "${to}" any more.`);
  if (state.depth >= MAX_DEPTH)
    return {
      rule: 'too-deep',
      message: `Work is handed down ${MAX_DEPTH} times at most, and this run stands that far down. Do it here.`,
    };
  if (ahead(question) >= MAX_CHILDREN)
    return {
      rule: 'too-many',
      message: `A run hands work to ${MAX_CHILDREN} others at most, and this one has. Go on with what came of those, or do the rest here.`,
    };
  return undefined;
}

/** The runs that there are, and the open calls before this one that will make more. Counted like that, calls side by side never make too many. */
function ahead({ call, state, children }: EdgeQuestion): number {
  const begun = new Set(children.map((one) => one.parentCall));
  const before = state.open.slice(0, Math.max(0, state.open.indexOf(call)));
  const own = state.calls.get(call)?.call.tool;
  const coming = before.filter((id) => !begun.has(id) && state.calls.get(id)?.call.tool === own);
  return children.length + coming.length;
}
