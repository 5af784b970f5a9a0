import * as z from 'zod/mini';
import { createBroker } from '#lib/broker/invoke.ts';
import type { BrokerPorts } from '#lib/broker/progress.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Control } from '#lib/core/approval.ts';
import type { Happening, RunEvent } from '#lib/core/event.ts';
import type { Grant } from '#lib/core/grant.ts';
import { jsonObject } from '#lib/core/json.ts';
import { siteLabel } from '#lib/core/label.ts';
import { applyEvent, beginRun } from '#lib/core/reduce.ts';
import type { RunState } from '#lib/core/run.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { parsed } from './attack.ts';
import type { Recorded, RecordedStep } from './recorded.ts';

const SITE = 'https://recorded.example';
const NOW = Date.UTC(2026, 10, 26);

/** What the broker said of one call. */
export type Verdict = {
  tool: string;
  isConsequential: boolean;
  kind: 'allow' | 'ask' | 'deny';
  rule: string;
  reasons: string[];
  controls: Control[];
};

/**
 * Replays calls of one run through the real broker, in order and without a model. The person allows whatever is asked, so that what
 * follows is weighed too; every tool has an `always` grant, so that only where values came from decides.
 */
export async function replay(text: string, steps: readonly RecordedStep[], recorded: Recorded): Promise<Verdict[]> {
  const tools = new Map([...new Set(steps.map((one) => one.tool))].map((name) => [name, specOf(name, recorded)]));
  const agent = agentWith([...tools.keys()]);
  const world = createWorld({ text, tools });
  const verdicts: Verdict[] = [];
  for (const [index, step] of steps.entries()) {
    const call = { id: `c${index}`, tool: step.tool, args: step.args, labels: {} };
    world.answer.output = step.output;
    world.append([{ kind: 'call-requested', call }]);
    const invoke = () =>
      world.broker.invoke({ state: world.state(), call, agent }, { signal: new AbortController().signal });
    const progress = await invoke();
    if (progress.kind === 'waiting') {
      world.append([
        { kind: 'approval-answered', approval: progress.approval.id, call: call.id, answer: 'allow', scope: 'once' },
      ]);
      await invoke();
    }
    const decided = world.state().calls.get(call.id)?.decided;
    const { verdict: kind = 'deny', rule = 'none', reasons = [] } = decided ?? {};
    verdicts.push({
      tool: step.tool,
      isConsequential: Object.hasOwn(recorded.tools, step.tool),
      kind,
      rule,
      reasons: [...reasons],
      controls: decided?.controls ?? [],
    });
  }
  return verdicts;
}

function createWorld({ text, tools }: { text: string; tools: ReadonlyMap<string, ToolSpec> }) {
  let state: RunState | undefined;
  const append = (happenings: readonly Happening[]) => {
    for (const happening of happenings) {
      const event: RunEvent = { run: 'run', seq: state?.seq ?? 0, at: NOW, happening };
      state = state ? applyEvent(state, event) : beginRun(event);
    }
  };
  append([
    {
      ...{
        kind: 'run-created',
        agent: 'replay@1.0.0',
        task: text,
        title: text.slice(0, 40),
        inputs: [],
        engine: 'basic',
      },
      ...{ attended: true, root: 'run', depth: 0 },
    },
    { kind: 'run-started' },
  ]);
  const approvals = new Map<string, Parameters<BrokerPorts['approvals']['request']>[0]>();
  let ids = 0;
  const answer: { output: string | null } = { output: null };
  return {
    answer,
    append,
    state: (): RunState => {
      if (!state) throw new Error('The run was not created.');
      return state;
    },
    broker: createBroker({
      ...{ owner: 'replay', clock: { now: () => NOW }, ids: { next: (kind: string) => `${kind}-${ids++}` }, tools },
      journal: {
        append: async (_run, happenings) => {
          append(happenings);
          return true;
        },
        intend: async (_run, happenings) => {
          append(happenings);
          return 'written';
        },
      },
      approvals: {
        get: async (id) => approvals.get(id),
        request: async (row, reason) => {
          approvals.set(row.id, row);
          append([
            { kind: 'approval-requested', approval: row.id, call: row.call },
            { kind: 'run-waiting', on: 'approval', reason },
          ]);
          return true;
        },
        settle: async () => {},
      },
      grants: { all: async () => [...tools.keys()].map(alwaysGrant), sites: async () => [] },
      audit: { append: async () => {} },
      contacts: async () => [],
      origin: async () => undefined,
      runner: {
        look: async () => ({ kind: 'found', site: SITE, reachable: true, url: SITE, title: '' }),
        run: async () => {
          const { output } = answer;
          return { kind: 'done', value: parsed(output) ?? output ?? '', label: siteLabel(SITE), words: 'Done' };
        },
      },
    }),
  };
}

const alwaysGrant = (tool: string): Grant => ({
  ...{ id: `grant-${tool}`, agent: 'replay', capability: 'act', site: SITE, mode: 'always', tool, domains: 'any' },
  ...{ createdAt: NOW, usedAt: NOW },
});

/** What a recorded tool would declare of itself: what it controls, and that its answers are the site's own fields. */
function specOf(name: string, { tools }: Recorded): ToolSpec {
  const own = Object.hasOwn(tools, name) ? tools[name] : undefined;
  const control = own?.control ?? [];
  return {
    ...{
      name,
      capability: 'act',
      effect: own ? 'send' : 'read',
      description: '',
      args: z.catch(jsonObject, {}),
    },
    ...{
      control,
      names: control,
      fields: true,
      ...(own?.external === false && { inside: true as const }),
      where: 'page',
      limitMs: 1,
    },
    words: () => ({ doing: name, did: name }),
  };
}

const agentWith = (tools: string[]): AgentPackage => ({
  ...{ schema: 1, id: 'replay', version: '1.0.0', name: 'Replay', icon: '', role: 'Replays', instructions: '', tools },
  permissions: [{ capability: 'act', why: '' }],
  ...{ starters: [], delegates: [], outputs: [], playbooks: [] },
});
