import type { AgentPackage } from '#lib/core/agent.ts';
import type { Approval } from '#lib/core/approval.ts';
import type { Effect, Outcome } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import { standingOn } from '#lib/core/grant.ts';
import type { CallState } from '#lib/core/run.ts';
import type { CallContext } from '#lib/core/tool.ts';
import { approvalFor } from './approval.ts';
import { controlsOf, type Found } from './controls.ts';
import { decide, touchedSite, type Verdict } from './decide.ts';
import { weighsMore } from './effect.ts';
import { namesIn } from './names.ts';
import type { BrokerPorts, Progress } from './progress.ts';
import type { CallRecord } from './record.ts';
import { refusalsOf } from './refusals.ts';
import { brokenOff, changedSince, failed, labelled } from './settle.ts';
import { labelOfRead, NOTHING_WRITTEN, writtenIn } from './written.ts';

/** One call on its way: its arguments are parsed, nothing of it has begun, and no answer to it is a no. */
type Turn = {
  context: CallContext;
  agent: AgentPackage;
  record: CallRecord;
  /** That it is requested, where this is not in the journal yet: written with what is decided of it. */
  requested: readonly Happening[];
  approval?: Approval | undefined;
  answer?: CallState['answer'];
};
type Weighed<K> = { situation: Found; verdict: Extract<Verdict, { kind: K }>; words: string };

/** How often one call is decided anew because permissions change while it is decided. */
const MOST_LOOKS = 3;

/** Looks, decides, and then asks or runs. An approved call is looked at and decided again: what was seen must still stand. */
export async function decideAndGo(ports: BrokerPorts, turn: Turn, signal: AbortSignal): Promise<Progress> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const progress = await decideOnce(ports, turn, signal);
    if (progress) return progress;
    // The person has just allowed or forbidden something on that site: what holds is what they say now.
  }
  return { kind: 'lost' };
}

async function decideOnce(ports: BrokerPorts, turn: Turn, signal: AbortSignal): Promise<Progress | undefined> {
  const { context, agent, record, requested, approval, answer } = turn;
  const { state, call, spec } = context;
  const situation = await ports.runner.look(context);
  if (situation.kind === 'gone') return record.end(failed(situation.message), 0, requested);
  const hasFields = (tool: string) => ports.tools.get(tool)?.fields === true;
  const isControlled = spec.control.length > 0 || spec.effect === 'send' || (situation.controls ?? []).length > 0;
  const origin = isControlled && state.parent !== undefined ? await ports.origin(state.root) : undefined;
  const written = isControlled ? writtenIn(state, origin, hasFields) : NOTHING_WRITTEN;
  const [contacts, grants, sites] = await Promise.all([ports.contacts(), ports.grants.all(), ports.grants.sites()]);
  const known = { written, contacts };
  const site = touchedSite({ call, situation }, spec) ?? situation.site;
  const seen = { call, spec, situation, reads: labelOfRead(state) };
  const controls = controlsOf(seen, known);
  const verdict = decide({
    ...seen,
    ...known,
    agent,
    run: state,
    grants,
    refusals: answer ? 0 : refusalsOf(state, { call, site, controls }),
    now: ports.clock.now(),
  });
  const words = spec.words(call.args, namesIn(state, { tab: call.args.tab, title: situation.title })).doing;
  switch (verdict.kind) {
    case 'locked':
      return (await record.append(requested, record.locked(verdict))) ? verdict : { kind: 'lost' };
    case 'deny':
      return record.deny(verdict, { effect: spec.effect, site, controls, words }, requested);
    case 'ask':
    case 'allow': {
      const changed = answer && changedSince(approval, { call, situation, ...verdict });
      if (changed) return record.end(changed, 0, requested);
      if (verdict.kind === 'ask' && !answer) return ask(ports, turn, { situation, verdict, words });
      const standing = spec.where === 'annex' ? undefined : standingOn(verdict.site, { grants, sites });
      return run(ports, turn, { situation, verdict, words, standing }, signal);
    }
    default:
      return verdict satisfies never;
  }
}

async function ask(ports: BrokerPorts, turn: Turn, { situation, verdict, words }: Weighed<'ask'>): Promise<Progress> {
  const { context, agent, record, requested } = turn;
  const stamp = { id: ports.ids.next('approval'), now: ports.clock.now() };
  const approval = approvalFor({ ...context, run: context.state, agent, situation, verdict }, stamp);
  const decided = record.decided(verdict, { words, payload: approval.payload });
  if (!(await record.append([...requested, decided], record.verdict(verdict)))) return { kind: 'lost' };
  const parked = await ports.approvals.request(approval, `Waiting for your answer: ${approval.headline}`, ports.owner);
  if (!parked) return { kind: 'lost' };
  await record.audit('approval-requested', verdict.site, { approval: approval.id, headline: approval.headline });
  return { kind: 'waiting', approval };
}

/** Begins and runs a call; nothing where permissions are not as they were any more. */
async function run(
  ports: BrokerPorts,
  turn: Turn,
  { situation, verdict, words, standing }: Weighed<'allow' | 'ask'> & { standing: string | undefined },
  signal: AbortSignal,
): Promise<Progress | undefined> {
  const { context, record, requested, approval, answer } = turn;
  if (signal.aborted) return { kind: 'lost' };
  const { payload } = situation;
  const decided = answer ? [] : [record.decided(verdict, { words, ...(payload !== undefined && { payload }) })];
  // The intent is on disk before anything happens, so that a crash from here on is never taken for "not done yet".
  const begun: Happening[] = [...requested, ...decided, { kind: 'call-started', call: context.call.id }];
  const permission = standing === undefined ? undefined : { site: verdict.site, standing, uses: verdict.grants };
  const intent = await record.intend(begun, answer ? undefined : record.verdict(verdict), permission);
  if (intent === 'lost') return { kind: 'lost' };
  if (intent === 'changed') return undefined;
  const startedAt = ports.clock.now();
  const edit = Object.entries(answer?.edit ?? {}).filter(([name]) => approval?.editable.includes(name));
  const settled = {
    signal,
    site: verdict.site,
    ...(payload !== undefined && { payload }),
    ...(edit.length > 0 && { edit: Object.fromEntries(edit) }),
  };
  const raw = await ports.runner.run(context, settled).catch(cutShort(ports, verdict.effect, signal));
  if (raw.kind === 'under-way' || raw.kind === 'lost') return raw;
  const seen = raw.kind === 'uncertain' ? await ports.check?.(context).catch(() => undefined) : undefined;
  const outcome = labelled(seen ?? raw, { ...context, ...verdict, reads: labelOfRead(context.state) });
  if (verdict.effect === 'send') {
    // Before the end is journaled: a send is audited even where the lease was lost meanwhile.
    const to = verdict.controls.map(({ value }) => value);
    await record.audit('send', verdict.site, { outcome: outcome.kind, to, approval: approval?.id ?? null });
  }
  return record.end(outcome, ports.clock.now() - startedAt);
}

/** Looks after a call that is under way. It was decided when it began: what has changed since does not take back what was set going. */
export async function lookAfter(
  ports: BrokerPorts,
  { context, record }: Turn,
  past: CallState,
  signal: AbortSignal,
): Promise<Progress> {
  const { effect = context.spec.effect, site = '' } = past.decided ?? {};
  const raw = await ports.runner.run(context, { site, signal }).catch(cutShort(ports, effect, signal));
  if (raw.kind === 'under-way' || raw.kind === 'lost') return raw;
  const outcome = labelled(raw, { ...context, effect, site, reads: labelOfRead(context.state) });
  return record.end(outcome, ports.clock.now() - (past.startedAt ?? 0));
}

/**
 * What an error leaves of a call that had begun. One that passes by itself is thrown on where a repeat does no harm; what the person
 * broke off is begun anew then, if the run goes on at all.
 */
function cutShort({ isPassing }: Pick<BrokerPorts, 'isPassing'>, effect: Effect, signal: AbortSignal) {
  return (error: unknown): Outcome | { kind: 'lost' } => {
    const isHarmless = !weighsMore(effect, 'draft');
    if (isHarmless && signal.aborted) return { kind: 'lost' };
    if (isHarmless && isPassing?.(error)) throw error;
    return brokenOff(error, effect, signal);
  };
}
