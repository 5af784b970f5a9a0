import type { AgentPackage } from '#lib/core/agent.ts';
import type { Call, Outcome } from '#lib/core/call.ts';
import { type AskEnd, BASIC, type EngineConfig } from '#lib/core/engine.ts';
import type { Happening, RunEvent } from '#lib/core/event.ts';
import type { Input } from '#lib/core/input.ts';
import type { Json } from '#lib/core/json.ts';
import { type Label, siteLabel } from '#lib/core/label.ts';
import type { Decide, Next } from '#lib/core/ports.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import type { RunState } from '#lib/core/run.ts';

export const LARGE: Extract<EngineConfig, { kind: 'openai' }> = {
  ...{ kind: 'openai', id: 'large', name: 'Large', baseUrl: 'https://models.example/v1', model: 'm' },
  ...{ size: 'large', contextTokens: 32_000 },
};
const NEWS = 'https://news.example';

export type AskNext = Extract<Next, { kind: 'ask' }>;
/** What a simulated run meets: what comes of its calls, and what its engine answers. */
export type World = {
  agent: AgentPackage;
  decide: Decide;
  engine?: EngineConfig;
  onDeviceOnly?: ReadonlySet<string>;
  task?: string;
  inputs?: Input[];
  playbook?: string;
  call?: (call: Call) => Outcome;
  answer?: (next: AskNext, nth: number) => AskEnd;
};

export type Simulated = { events: RunEvent[]; nexts: Next[]; state: RunState; end: Next };

/** Drives a decider as the dispatcher does, over a journal in memory, until it ends or is blocked. Throws past 400 decisions. */
export function simulate(world: World): Simulated {
  const events: RunEvent[] = [];
  const nexts: Next[] = [];
  const add = (happening: Happening) => events.push({ run: 'run-1', seq: events.length, at: events.length, happening });
  add(created(world));
  add({ kind: 'run-started' });
  while (nexts.length < 400) {
    const next = decideOn(world, events);
    nexts.push(next);
    if (next.kind === 'end' || next.kind === 'blocked') return { events, nexts, state: foldJournal(events), end: next };
    if (next.kind === 'calls') {
      for (const call of next.calls) add({ kind: 'call-requested', call });
      for (const call of next.calls) {
        add({ kind: 'call-started', call: call.id });
        add({ kind: 'call-ended', call: call.id, outcome: (world.call ?? done)(call), ms: 1 });
      }
      continue;
    }
    const request = `ask-${nexts.length}`;
    const nth = nexts.filter((one) => one.kind === 'ask' && one.slot === next.slot).length;
    const engine = next.engine ?? (world.engine ?? BASIC).id;
    const { slot, what, ledger, label } = next;
    add({ kind: 'model-requested', request, slot, attempt: nth, engine, what, ledger, label });
    add({ kind: 'model-ended', request, end: (world.answer ?? unanswered)(next, nth) });
  }
  throw new Error('The run did not come to an end.');
}

/** What the decider yields for a journal. */
export function decideOn(world: World, events: readonly RunEvent[]): Next {
  const { agent, engine = BASIC, onDeviceOnly = new Set<string>() } = world;
  return world.decide({ state: foldJournal(events), agent, engine, onDeviceOnly });
}

function created({ agent, engine = BASIC, ...world }: World): Happening {
  return {
    ...{ kind: 'run-created', agent: `${agent.id}@${agent.version}`, task: world.task ?? 'Brief me', title: 'A run' },
    ...{ inputs: world.inputs ?? [], engine: engine.id, attended: true, root: 'run-1' },
    ...(world.playbook !== undefined && { playbook: world.playbook }),
  };
}

export const done = (_: Call, value: Json = {}, label: Label = siteLabel(NEWS)): Outcome => ({
  kind: 'done',
  ...{ value, label, words: `Did ${_.tool}` },
});

const usage = { inputTokens: 1, outputTokens: 1, ms: 1, exact: true };
export const answered = (answer: Json): AskEnd => ({ kind: 'answered', answer, usage });
export const malformed = (message: string): AskEnd => ({ kind: 'malformed', message, text: '', usage });
const unanswered = (): AskEnd => malformed('No answer was prepared.');

export const tabInput = (tab: number, url = `${NEWS}/${tab}`, title = `Page ${tab}`): Input => ({
  ...{ kind: 'tab', tab, url, title },
});

/** A reading as the worker records it: two passages and one link. */
export function readingOf(source: number, url = `${NEWS}/${source}`, notes: string[] = []) {
  const title = `Page ${source}`;
  const passages = [1, 2].map((one) => ({
    id: `s${source}p${one}`,
    text: `Passage ${one} of ${source}.`,
    source: title,
  }));
  const links = [{ id: `s${source}l1`, text: `More on ${source}`, value: `${NEWS}/more-${source}` }];
  return { url, title, site: NEWS, passages, links, elsewhere: [], notes };
}
