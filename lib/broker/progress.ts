import type { AgentPackage } from '#lib/core/agent.ts';
import type { Approval } from '#lib/core/approval.ts';
import type { Call, Outcome } from '#lib/core/call.ts';
import type { Approvals, Audit, Clock, Grants, Ids, Journal, ToolRunner, UnderWay } from '#lib/core/ports.ts';
import type { RunState } from '#lib/core/run.ts';
import type { CallContext, ToolSpec } from '#lib/core/tool.ts';

/** How far one call came. `under-way`: it ends with a run that it set going. `lost`: the run is another's now, or is being stopped, and nothing more is done or written here. */
export type Progress =
  | { kind: 'ended'; outcome: Outcome }
  | { kind: 'waiting'; approval: Approval }
  | UnderWay
  | { kind: 'locked'; site: string; message: string }
  | { kind: 'lost' };

export type Invocation = {
  state: RunState;
  call: Call;
  agent: AgentPackage;
  /** It stands in `state`, and not yet in the journal: it is written with what is decided of it. */
  isNew?: boolean;
};

export type BrokerPorts = {
  journal: Pick<Journal, 'append' | 'intend'>;
  approvals: Pick<Approvals, 'get' | 'request' | 'settle'>;
  grants: Pick<Grants, 'all' | 'sites'>;
  audit: Audit;
  runner: ToolRunner;
  clock: Clock;
  ids: Ids;
  tools: ReadonlyMap<string, ToolSpec>;
  /** Mail addresses that the person put into the contacts. */
  contacts: () => Promise<readonly string[]>;
  /** The first run of the tree that a run is of: there the person said what they want. */
  origin: (root: string) => Promise<RunState | undefined>;
  /** Who holds the run's lease while calls are invoked. */
  owner: string;
  /** An error of a tool that says nothing of the call: it will pass, and what may be repeated is left for another try. */
  isPassing?: (error: unknown) => boolean;
  /** Finds out what came of an act or a send that was cut off; `undefined` where it can't tell. */
  check?: (context: CallContext) => Promise<Outcome | undefined>;
};
