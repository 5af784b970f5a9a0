import type { Approval, ApprovalAnswer } from '#lib/core/approval.ts';
import type { Call, Outcome } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import { type Grant, standingOn } from '#lib/core/grant.ts';
import { siteLabel } from '#lib/core/label.ts';
import type { AuditEntry, UnderWay } from '#lib/core/ports.ts';
import { applyEvent, beginRun } from '#lib/core/reduce.ts';
import type { RunState } from '#lib/core/run.ts';
import type { CallContext, Situation } from '#lib/core/tool.ts';
import { createBroker } from './invoke.ts';
import type { BrokerPorts, Invocation } from './progress.ts';
import { AGENT_PACKAGE, MAIL, situationAt, TOOLS } from './world.test-support.ts';

export const DONE: Outcome = { kind: 'done', value: { url: `${MAIL}/1` }, label: siteLabel(MAIL), words: 'Did it.' };

/** A run in memory, folded by the real reducer, with a page that tests set and a log of all that was done, in order. */
export function createWorld(of: { task?: string; grants?: Grant[] } = {}) {
  const begun: Happening = {
    ...{ kind: 'run-created', agent: 'scout@1.0.0', task: of.task ?? 'Do it', title: '', inputs: [], engine: 'basic' },
    ...{ attended: true, root: 'r1' },
  };
  let state: RunState = beginRun({ run: 'r1', seq: 0, at: 0, happening: begun });
  const approvals = new Map<string, Approval>();
  const log: string[] = [];
  const audited: string[] = [];
  let time = 0;
  const page: {
    situation: Situation;
    run: (context: CallContext, settled: { payload?: unknown; edit?: unknown }) => Promise<Outcome | UnderWay>;
    lease: string;
    /** What happens between a decision and its intent. */
    beforeIntent?: () => void;
  } = { situation: situationAt(MAIL), run: async () => DONE, lease: 'me' };
  const grants = of.grants ?? [];

  function write(happenings: readonly Happening[]): void {
    for (const happening of happenings) {
      log.push(happening.kind);
      state = applyEvent(state, { run: 'r1', seq: state.seq, at: time, happening });
    }
  }
  const note = ({ what, detail }: AuditEntry) =>
    void audited.push([what, detail.verdict ?? detail.outcome ?? ''].join(' ').trim());
  const ports: BrokerPorts = {
    journal: {
      append: async (_, happenings, owner, entry) => {
        if (owner !== page.lease) return false;
        write(happenings);
        if (entry) note(entry);
        return true;
      },
      intend: async (_, happenings, { owner, audited: entry, permission }) => {
        page.beforeIntent?.();
        if (owner !== page.lease) return 'lost';
        if (permission && standingOn(permission.site, { grants, sites: [] }) !== permission.standing) return 'changed';
        write(happenings);
        if (entry) note(entry);
        if (permission && permission.uses.length > 0) log.push(`used ${permission.uses.join()}`);
        return 'written';
      },
    },
    approvals: {
      get: async (id) => approvals.get(id),
      request: async (approval, reason, owner) => {
        if (owner !== page.lease) return false;
        approvals.set(approval.id, approval);
        write([
          { kind: 'approval-requested', approval: approval.id, call: approval.call },
          { kind: 'run-waiting', on: 'approval', reason },
        ]);
        return true;
      },
      settle: async (id, outcome) => {
        const approval = approvals.get(id);
        if (approval) approvals.set(id, { ...approval, outcome });
      },
    },
    grants: {
      all: async () => grants,
      sites: async () => [],
    },
    audit: {
      append: async (entry) => note(entry),
    },
    runner: {
      look: async () => page.situation,
      run: async (context, settled) => {
        log.push('RUN');
        return page.run(context, settled);
      },
    },
    clock: {
      now: () => {
        time += 1;
        return time;
      },
    },
    ids: { next: (kind) => `${kind}-${approvals.size + 1}` },
    tools: new Map(TOOLS.map((one) => [one.name, one])),
    contacts: async () => [],
    origin: async () => undefined,
    owner: 'me',
  };

  type Options = { signal?: AbortSignal; ports?: Partial<BrokerPorts>; of?: Partial<Invocation> };
  const invoke = (call: Call, options: Options = {}) =>
    createBroker({ ...ports, ...options.ports }).invoke(
      { state, call, agent: AGENT_PACKAGE, ...options.of },
      { signal: options.signal ?? new AbortController().signal },
    );
  function answer(kind: ApprovalAnswer['kind'], edit?: Record<string, string>): void {
    const approval = [...approvals.values()].find((one) => !one.answer);
    if (!approval) throw new Error('Nothing is asked.');
    approvals.set(approval.id, { ...approval, answer: { kind, scope: 'once', by: 'user', at: time } });
    const { id, call } = approval;
    write([{ kind: 'approval-answered', approval: id, call, answer: kind, scope: 'once', ...(edit && { edit }) }]);
  }
  return {
    ...{ page, ports, log, audited, approvals, grants, write, invoke, answer },
    get state() {
      return state;
    },
  };
}
