import { type ReadProposal, readProposal } from '#lib/agents/schedules/proposal.ts';
import { agentIdOf } from '#lib/core/agent-id.ts';
import { AGENT, joinLabels } from '#lib/core/label.ts';
import { proposal } from '#lib/core/proposal.ts';
import type { ScheduleOrder } from '#lib/core/schedule.ts';
import type { CallContext, Situation } from '#lib/core/tool.ts';
import { failed, gone } from '../runner.ts';
import type { Work } from './work.ts';

export type ProposePorts = {
  zone: () => string;
  /** Creates the schedule, once per id, as one whose task is an agent's words. Throws, in words, where it can't. */
  createSchedule: (
    order: ScheduleOrder,
    of: { id: string; proposed: { by: string; label: typeof AGENT } },
  ) => Promise<unknown>;
};

/** What the person is to see before they answer: the whole schedule and when it would be due next. */
export function lookAtProposal(context: CallContext, ports: Pick<ProposePorts, 'zone'>): Situation {
  const read = readIn(context, ports);
  if (read.kind === 'wrong') return gone(read.message);
  const { order, payload } = read;
  // Its title is the agent's words, and stands below.
  const headline = `Create a schedule: ${String(payload.when)}`;
  return { kind: 'found', site: 'annex', reachable: true, url: '', title: order.title, payload, headline };
}

export const proposeWork: Work = async (context, ports) => {
  const read = readIn(context, ports);
  if (read.kind === 'wrong') return failed(read.message);
  const { state, call } = context;
  const id = `schedule-${state.id}-${call.id}`;
  const label = joinLabels([AGENT, ...Object.values(call.labels)]);
  await ports.createSchedule(read.order, { id, proposed: { by: state.id, label } });
  const value = { schedule: id, title: read.order.title, when: read.payload.when ?? '', next: read.payload.next ?? '' };
  return { kind: 'done', value, label, words: `Set up the schedule "${read.order.title}"` };
};

/** The same however often it is read: its moment is that of the request. */
function readIn({ state, call }: CallContext, ports: Pick<ProposePorts, 'zone'>): ReadProposal {
  // A task that another agent gave, and what it handed on, is not the person's: nothing of it goes into a schedule by itself.
  const isOwn = state.parent === undefined && state.taskLabel === undefined;
  return readProposal(proposal.parse(call.args), {
    ...{ agent: agentIdOf(state.agent), engine: state.engine, inputs: isOwn ? state.inputs : [] },
    ...{ zone: ports.zone(), now: state.calls.get(call.id)?.requestedAt ?? state.updatedAt },
  });
}
