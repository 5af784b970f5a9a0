import { outcomeOfChild } from '#lib/broker/delegation/child-end.ts';
import { refusedEdge } from '#lib/broker/delegation/edges.ts';
import { handOn } from '#lib/broker/delegation/references.ts';
import { mayRead } from '#lib/broker/grants.ts';
import { labelOfArg, labelOfRead } from '#lib/broker/written.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import { agentIdOf } from '#lib/core/agent-id.ts';
import type { Outcome } from '#lib/core/call.ts';
import { type Delegation, delegation } from '#lib/core/delegation.ts';
import type { Clock, Grants, Journal } from '#lib/core/ports.ts';
import { isEnded, type RunRow, type RunState } from '#lib/core/run.ts';
import type { CallContext } from '#lib/core/tool.ts';
import type { Children } from '#lib/store/children.ts';
import { JournalBroken } from '#lib/store/journal.ts';
import type { Order, Prepared } from '../../../orders/prepare-run.ts';
import { failed, gone, type Runner } from '../runner.ts';

export type DelegatePorts = {
  /** The package that a run pins. */
  agent: (ref: string) => Promise<AgentPackage | undefined>;
  installed: readonly AgentPackage[];
  children: Children;
  journal: Pick<Journal, 'fold'>;
  grants: Pick<Grants, 'all'>;
  prepare: (order: Order) => Promise<Prepared>;
  now: Clock['now'];
};

/** Hands work to another agent's run. The run is begun once, found again by its parent and the call, and looked at until it has ended. */
export function createDelegateRunner(ports: DelegatePorts): Runner {
  const { children, journal, installed } = ports;
  const originOf = async ({ parent, root }: RunState) => (parent === undefined ? undefined : journal.fold(root));
  const nameOf = ({ agent }: Pick<RunRow, 'agent'>) => {
    const id = agentIdOf(agent);
    return installed.find((one) => one.id === id)?.name ?? id;
  };
  const begunBy = async ({ state, call }: CallContext) =>
    (await children.of(state.id)).find((one) => one.parentCall === call.id);

  async function ancestorsOf(state: RunState): Promise<string[]> {
    const parent = state.parent === undefined ? undefined : await journal.fold(state.parent);
    return parent ? [agentIdOf(parent.agent), ...(await ancestorsOf(parent))] : [];
  }

  /** May it read there now, it may let the other read there, and no more. */
  async function leaveFor({ grants }: Prepared, state: RunState, agent: AgentPackage): Promise<Prepared['grants']> {
    if (!agent.permissions.some((one) => one.capability === 'read')) return [];
    const all = await ports.grants.all();
    return grants.flatMap((one) => {
      const bounds = mayRead(all, { agent: agent.id, run: state, site: one.site, now: ports.now() });
      return bounds ? [{ ...one, ...bounds }] : [];
    });
  }

  async function begin({ state, call }: CallContext, order: Delegation): Promise<RunRow | Outcome> {
    const agent = await ports.agent(state.agent);
    if (!agent) return failed(`The agent ${state.agent} is not installed any more.`);
    const handed = handOn(order.inputs ?? [], state, await originOf(state));
    if (handed.kind === 'unknown') return failed(handed.message);
    const parent = { parent: state.id, parentCall: call.id };
    const prepared = await ports.prepare({
      ...{ agent: order.agent, task: order.task, inputs: handed.inputs },
      ...{ engine: state.engine, attended: state.attended, class: state.class, ...parent },
      taskLabel: labelOfArg(call, 'task', labelOfRead(state)),
    });
    const leave = await leaveFor(prepared, state, agent);
    const begun = await children.begin({ ...prepared.run, ...parent }, leave);
    return begun ?? { kind: 'denied', rule: 'stopped', message: 'The run is being stopped, so nothing was handed on.' };
  }

  return {
    look: async (context) => {
      const { state, call } = context;
      const order = delegation.parse(call.args);
      const agent = await ports.agent(state.agent);
      if (!agent) return gone(`The agent ${state.agent} is not installed any more.`);
      const edge = { to: order.agent, call: call.id, state, agent, installed };
      const refused = refusedEdge({
        ...edge,
        ancestors: await ancestorsOf(state),
        children: await children.of(state.id),
      });
      const handed = refused ? undefined : handOn(order.inputs ?? [], state, await originOf(state));
      if (handed?.kind === 'unknown') return gone(handed.message);
      return { kind: 'found', site: 'annex', reachable: true, url: '', title: '', ...(refused && { refused }) };
    },
    run: async (context) => {
      const order = delegation.parse(context.call.args);
      const child = (await begunBy(context)) ?? (await begin(context, order));
      if ('kind' in child) return child;
      const name = nameOf(child);
      if (!isEnded(child.status)) return { kind: 'under-way', run: { name, row: child } };
      // A journal that broke cannot be folded; how the run ended stands on its row.
      const state = await journal.fold(child.id).catch(unlessBroken);
      const outcome = state && outcomeOfChild({ child: state, name, expect: order.expect ?? [] });
      return outcome ?? failed(`${name} failed: ${child.reason}`);
    },
  };
}

function unlessBroken(error: unknown): undefined {
  if (!(error instanceof JournalBroken)) throw error;
}
