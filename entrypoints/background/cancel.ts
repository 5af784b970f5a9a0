import type { Outcome } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import { type CallState, openCalls, type RunState } from '#lib/core/run.ts';
import type { CallContext, ToolSpec } from '#lib/core/tool.ts';

type Ports = {
  tools: ReadonlyMap<string, ToolSpec>;
  /** Looks again at the page where that can tell whether a call happened. */
  check: (context: CallContext) => Promise<Outcome | undefined>;
};

/** How the open calls of a stopped run end, and the reason of its end: it names what was under way and may have happened. */
export async function cancelling(state: RunState, ports: Ports): Promise<{ cut: Happening[]; reason: string }> {
  const ends: [CallState, Outcome][] = [];
  for (const one of openCalls(state)) ends.push([one, await endOf(one, state, ports)]);
  const cut = ends.map(([{ call }, outcome]): Happening => ({ kind: 'call-ended', call: call.id, outcome, ms: 0 }));
  return { cut, reason: reasonOf([...endedSinceStop(state), ...ends], state.stoppedBecause) };
}

async function endOf(one: CallState, state: RunState, { tools, check }: Ports): Promise<Outcome> {
  const spec = tools.get(one.call.tool);
  const effect = one.decided?.effect ?? spec?.effect;
  if (one.startedAt === undefined || effect === 'read' || effect === 'draft')
    return { kind: 'denied', rule: 'stopped', message: 'The person stopped the run.' };
  const seen = spec && (await check({ state, call: one.call, spec }).catch(() => undefined));
  const message = 'Stopped while it was under way: it may have happened, and was not repeated.';
  return seen ?? { kind: 'uncertain', message };
}

/** What the stop itself cut off in the worker: it has its outcome already. */
function endedSinceStop({ calls, stoppedAt }: RunState): [CallState, Outcome][] {
  if (stoppedAt === undefined) return [];
  const found: [CallState, Outcome][] = [];
  for (const one of calls.newestFirst()) {
    if (one.endedAt === undefined || one.endedAt < stoppedAt) break;
    if (one.outcome) found.unshift([one, one.outcome]);
  }
  return found;
}

function reasonOf(ends: readonly [CallState, Outcome][], because?: string): string {
  const named = (kind: Outcome['kind']) =>
    ends.filter(([one, { kind: is }]) => is === kind && isSideEffect(one)).map(([one]) => `"${wordsOf(one)}"`);
  const [uncertain, done] = [named('uncertain'), named('done')];
  const underWay = uncertain.length > 0 ? `${uncertain.join(' and ')} was under way; it may have happened.` : '';
  const byPerson = underWay ? `You stopped it while ${underWay}` : 'You stopped it.';
  const beginning = because === undefined ? byPerson : `${because} ${underWay}`.trim();
  return done.length > 0 ? `${beginning} ${done.join(' and ')} had been done by then.` : beginning;
}

const isSideEffect = ({ decided }: CallState) => decided?.effect === 'act' || decided?.effect === 'send';
const wordsOf = ({ decided, call }: CallState) => decided?.words ?? call.tool;
