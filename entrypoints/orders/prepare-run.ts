import { builtIn } from '#lib/agents/packages/index.ts';
import { type AgentPackage, agentRef } from '#lib/core/agent.ts';
import type { EngineConfig } from '#lib/core/engine.ts';
import type { Grant } from '#lib/core/grant.ts';
import type { Input } from '#lib/core/input.ts';
import type { Act } from '#lib/core/person.ts';
import type { NewRun } from '#lib/core/ports.ts';
import { siteOf } from '#lib/core/site.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';

/** What a run is to be: what the person ordered, and where it comes from when it was not they who pressed Start. */
export type Order = Parameters<Act['start']>[0] &
  Partial<
    Pick<
      NewRun,
      'id' | 'title' | 'class' | 'schedule' | 'retryOf' | 'continues' | 'parent' | 'parentCall' | 'taskLabel'
    >
  >;

/** A run as it will be written, and the grants that handing over its pages implies. */
export type Prepared = { run: NewRun; grants: Grant[] };

/** Turns an order into a run. Throws, in words, when its agent or its engine is not there. */
export async function prepareRun(order: Order, store: Store): Promise<Prepared> {
  const agent = builtIn.find((one) => agentRef(one) === order.agent || one.id === order.agent);
  if (!agent)
    throw new Error(`There is no agent "${order.agent}". There are: ${builtIn.map((one) => one.id).join(', ')}.`);
  const engine = await store.settings.engine(order.engine);
  if (!engine) throw new Error(`There is no model "${order.engine}". Add it in the settings first.`);
  const { id = ids.next('run'), title = titleOf(order.task, agent), attended = true, budget, ...rest } = order;
  const run = {
    ...rest,
    ...{ id, title, attended, agent: agentRef(agent), engine: engine.id, ...playbookFor(agent, engine) },
    // What a run hands on bills its root, and has no caps of its own.
    ...(order.parent === undefined && { budget: budget ?? (await store.spend.limits()).run }),
    inputs: await Promise.all(order.inputs.map((one) => labelled(one, store))),
  };
  return { run, grants: readingGrants(run, agent.id) };
}

/** Attaching a page to a task lets that agent read that site while the run lasts, and nothing more. */
export function readingGrants({ id, inputs }: Pick<NewRun, 'id' | 'inputs'>, agent: string): Grant[] {
  const now = clock.now();
  return [...handedSites(inputs)].map((site) => ({
    ...{ id: ids.next('grant'), agent, capability: 'read', site, mode: 'run', run: id, createdAt: now, usedAt: now },
  }));
}

/** An artifact is handed over with the label of what it is made of. */
async function labelled(input: Input, { artifacts }: Store): Promise<Input> {
  if (input.kind !== 'artifact') return input;
  const version = await artifacts.get(input.artifact, input.version);
  return version ? { ...input, label: version.label } : input;
}

/** The sites of the pages among these inputs. */
export function handedSites(inputs: readonly Input[]): Set<string> {
  const urls = inputs.flatMap((input) => (input.kind === 'tab' || input.kind === 'link' ? [input.url] : []));
  return new Set(urls.flatMap((url) => siteOf(url) ?? []));
}

/** Small engines follow the agent's playbook; large ones decide freely. */
export function playbookFor(agent: AgentPackage, engine: EngineConfig): { playbook?: string } {
  const [first] = agent.playbooks;
  const free = engine.kind !== 'basic' && engine.size === 'large';
  return first && !free ? { playbook: first.id } : {};
}

function titleOf(task: string, agent: AgentPackage): string {
  const line = task.trim().split('\n')[0] ?? '';
  if (line === '') return agent.starters[0]?.title ?? agent.name;
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}
