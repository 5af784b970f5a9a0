import { waitingFor } from '#lib/broker/delegation/waiting.ts';
import type { Invocation, Progress } from '#lib/broker/progress.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Happening } from '#lib/core/event.ts';
import type { Journal } from '#lib/core/ports.ts';
import type { CallState, RunState } from '#lib/core/run.ts';
import { goesBeside, type ToolSpec } from '#lib/core/tool.ts';
import type { Pace } from './step.ts';
import { type TabLeases, tabUseOf } from './tab-leases.ts';

/** How many reads of one run go side by side. */
const READERS = 4;

export type CallStepPorts = {
  tools: ReadonlyMap<string, ToolSpec>;
  tabs: TabLeases;
  invoke: (of: Invocation, options: { signal: AbortSignal }) => Promise<Progress>;
  append: (run: string, ...happenings: Happening[]) => Promise<boolean>;
  journal: Pick<Journal, 'follow' | 'fold' | 'seen'>;
};

type Turn = {
  state: RunState;
  agent: AgentPackage;
  open: readonly CallState[];
  /** Not in the journal yet: requested with what is decided of it. */
  isNew?: boolean;
  signal: AbortSignal;
};

/** Takes the open calls of a run as far as they go now: reads side by side, what is handed on beside them, everything else one by one. */
export async function callStep(
  ports: CallStepPorts,
  { state, agent, open, isNew = false, signal }: Turn,
): Promise<Pace> {
  const ready = open.filter((one) => !one.approval || one.answer);
  if (ready.length === 0) return awaitAnswer(ports, state);
  const { free, blocked } = takeTabs(ports, state, wantedOf(ready, ports));
  if (free.length === 0 && blocked) {
    const reason = `It waits for a tab that "${blocked.title}" is using.`;
    await rest(ports, state, { on: 'tab', reason, tab: blocked.tab });
    // The tab may have come free in between: the wake that follows on progress looks again.
    return 'on';
  }
  const progress = await Promise.all(
    free.map((one) => ports.invoke({ state, call: one.call, agent, isNew }, { signal })),
  ).finally(() => ports.tabs.release(state.id));
  if (progress.some((one) => one.kind === 'lost')) return 'rest';
  const locked = progress.find((one) => one.kind === 'locked');
  if (locked) {
    const { message: reason, site } = locked;
    await ports.append(state.id, { kind: 'run-paused', by: 'permission', reason, site });
    return 'rest';
  }
  if (progress.some((one) => one.kind === 'ended') || ready.length > free.length) return 'on';
  return awaitOthers(ports, { state, open, progress });
}

/** What goes first: calls that have yet to begin, then those that are under way and are looked after. */
function wantedOf(ready: readonly CallState[], { tools }: CallStepPorts): readonly CallState[] {
  const fresh = ready.filter((one) => one.startedAt === undefined || tools.get(one.call.tool)?.lasting !== true);
  if (fresh.length === 0) return ready;
  const beside = fresh.filter((one) => isBeside(tools.get(one.call.tool)));
  const reads = beside.filter((one) => tools.get(one.call.tool)?.effect === 'read').slice(0, READERS);
  const others = beside.filter((one) => tools.get(one.call.tool)?.lasting);
  return beside.length > 0 ? [...reads, ...others] : fresh.slice(0, 1);
}

const isBeside = (spec: ToolSpec | undefined) => spec !== undefined && goesBeside(spec);

type Stood = { state: RunState; open: readonly CallState[]; progress: readonly Progress[] };

/** Nothing is left to do until the person has answered, or else until another run has ended. The answer comes first, so that it is heard. */
async function awaitOthers(ports: CallStepPorts, { state, open, progress }: Stood): Promise<Pace> {
  const runs = progress.flatMap((one) => (one.kind === 'under-way' ? [one.run] : []));
  // What has just asked has put the run to wait for the answer.
  if (runs.length === 0 || progress.some((one) => one.kind === 'waiting')) return 'rest';
  if (open.some((one) => one.approval && !one.answer)) return awaitAnswer(ports, state);
  await rest(ports, state, { on: 'child', reason: waitingFor(runs) });
  // One may have ended in between: the wake that follows on progress looks again.
  return 'on';
}

function takeTabs({ tabs, tools }: CallStepPorts, { id }: RunState, wanted: readonly CallState[]) {
  const free: CallState[] = [];
  let blocked: { tab: number; title: string } | undefined;
  for (const one of wanted) {
    const use = tabUseOf(id, one.call, tools.get(one.call.tool));
    const blocker = use && tabs.take(use);
    if (blocker) blocked = { tab: blocker.tab, title: tabs.titleOf(blocker.run) };
    else free.push(one);
  }
  return { free, blocked };
}

/** Waits for an answer, unless one has come while nobody looked: a wait that is written behind it would never end. */
async function awaitAnswer({ journal }: CallStepPorts, state: RunState): Promise<Pace> {
  const newest = journal.seen(state.id) ?? state;
  const waiting: Happening = { kind: 'run-waiting', on: 'approval', reason: 'It waits for your answer.' };
  if (await journal.follow(newest, [waiting])) return 'rest';
  await journal.fold(state.id);
  return 'on';
}

async function rest(
  ports: CallStepPorts,
  { id }: RunState,
  why: Omit<Extract<Happening, { kind: 'run-waiting' }>, 'kind'>,
): Promise<Pace> {
  await ports.append(id, { kind: 'run-waiting', ...why });
  return 'rest';
}
