import type { Control } from '#lib/core/approval.ts';
import type { Effect, Outcome } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import type { AuditEntry, Intent } from '#lib/core/ports.ts';
import type { Verdict } from './decide.ts';
import type { BrokerPorts, Invocation, Progress } from './progress.ts';

type Granted = Extract<Verdict, { kind: 'allow' | 'ask' }>;
type Denied = Extract<Verdict, { kind: 'deny' }>;
type Touched = { effect: Effect; site: string; controls?: Control[]; words?: string };

/** Writes down what happens to one call: in the journal, which is the truth, and in the audit. */
export function createRecord(ports: BrokerPorts, { state, call, agent }: Invocation) {
  const approval = state.calls.get(call.id)?.approval;
  const append = (happenings: readonly Happening[], audited?: AuditEntry) =>
    ports.journal.append(state.id, happenings, ports.owner, audited);
  const entry = (what: string, site: string, detail: JsonObject): AuditEntry => ({
    ...{ what, run: state.id, agent: agent.id, site },
    detail: { call: call.id, tool: call.tool, ...detail },
  });

  /** Ends the call; `lost` when the lease went to another meanwhile. */
  async function end(
    outcome: Outcome,
    ms: number,
    before: readonly Happening[] = [],
    audited?: AuditEntry,
  ): Promise<Progress> {
    const ended: Happening = { kind: 'call-ended', call: call.id, outcome, ms };
    if (!(await append([...before, ended], audited))) return { kind: 'lost' };
    if (approval) await ports.approvals.settle(approval, outcome.kind === 'done' ? outcome.words : outcome.message);
    return { kind: 'ended', outcome };
  }

  return {
    append,
    /** Writes that it begins, while what was decided of it still holds. */
    intend: (happenings: readonly Happening[], audited?: AuditEntry, permission?: Intent['permission']) =>
      ports.journal.intend(state.id, happenings, { owner: ports.owner, audited, permission }),
    audit: (what: string, site: string, detail: JsonObject) => ports.audit.append(entry(what, site, detail)),
    end,
    decided: (verdict: Granted, said: { words: string; payload?: Json }): Happening => {
      const { kind, rule, effect, site, reasons, controls } = verdict;
      return { kind: 'call-decided', call: call.id, verdict: kind, rule, effect, site, reasons, controls, ...said };
    },
    /** For the audit; stands there exactly when what was decided stands in the journal. */
    verdict: ({ kind, rule, effect, site, reasons, controls }: Granted): AuditEntry =>
      entry('verdict', site, { verdict: kind, rule, effect, reasons, controls }),
    locked: ({ site }: Extract<Verdict, { kind: 'locked' }>): AuditEntry =>
      entry('verdict', site, { verdict: 'locked' }),
    deny: async (verdict: Denied, touched: Touched, before: readonly Happening[] = []): Promise<Progress> => {
      const { rule, message } = verdict;
      const { effect, site, controls = [], words = call.tool } = touched;
      const decided: Happening = {
        ...{ kind: 'call-decided', call: call.id, verdict: 'deny', rule, effect, site },
        ...{ reasons: [message], controls, words },
      };
      const audited = entry('verdict', site, { verdict: 'deny', rule, effect, reasons: [message] });
      return end({ kind: 'denied', rule, message }, 0, [...before, decided], audited);
    },
  };
}
export type CallRecord = ReturnType<typeof createRecord>;
