import type { Approval } from '#lib/core/approval.ts';
import type { Happening } from '#lib/core/event.ts';
import { parseArguments } from './arguments.ts';
import { barredTool } from './decide.ts';
import { decideAndGo, lookAfter } from './go.ts';
import type { BrokerPorts, Invocation, Progress } from './progress.ts';
import { createRecord } from './record.ts';
import { no } from './sentences.ts';
import { cutOff, failed, refused } from './settle.ts';

type Broker = { invoke: (of: Invocation, options: { signal: AbortSignal }) => Promise<Progress> };

/**
 * The only door to tools. `invoke` takes a call as far as it goes now, and is called again later with the run's newer state: it
 * goes on from what the journal holds, and never repeats an act or a send.
 */
export function createBroker(ports: BrokerPorts): Broker {
  return {
    invoke: async (of, { signal }) => {
      const past = of.isNew ? undefined : of.state.calls.get(of.call.id);
      if (past?.outcome) return { kind: 'ended', outcome: past.outcome };
      const approval = past?.approval ? await ports.approvals.get(past.approval) : undefined;
      if (approval && !past?.answer) return { kind: 'waiting', approval };
      if (signal.aborted) return { kind: 'lost' };
      return enter(ports, of, { approval, signal });
    },
  };
}

/** Parses the call and goes on from what the journal holds of it. */
async function enter(
  ports: BrokerPorts,
  of: Invocation,
  { approval, signal }: { approval: Approval | undefined; signal: AbortSignal },
): Promise<Progress> {
  const { state, call, agent } = of;
  const past = of.isNew ? undefined : state.calls.get(call.id);
  const record = createRecord(ports, of);
  const requested: Happening[] = past ? [] : [{ kind: 'call-requested', call }];
  const spec = ports.tools.get(call.tool);
  if (!spec) return record.deny(no.unknownTool(call.tool, agent), { effect: 'send', site: '' }, requested);
  const barred = barredTool(spec, agent);
  if (barred) return record.deny(barred, { effect: spec.effect, site: '' }, requested);
  const parsed = parseArguments(spec, call.args);
  if (parsed.kind === 'wrong') return record.end(failed(parsed.message), 0, requested);

  const context = { state, spec, call: { ...call, args: parsed.args } };
  if (!past) return decideAndGo(ports, { context, agent, record, requested }, signal);
  const begun = { context, agent, record, requested };
  if (spec.lasting && past.startedAt !== undefined) return lookAfter(ports, begun, past, signal);
  const cut = await cutOff(context, past, ports.check);
  if (cut) {
    await record.audit('cut-off', past.decided?.site ?? '', { outcome: cut.kind });
    return record.end(cut, 0);
  }
  if (past.answer && past.answer.answer !== 'allow') return record.end(refused(past.answer.answer), 0);
  return decideAndGo(ports, { context, agent, record, requested, approval, answer: past.answer }, signal);
}
