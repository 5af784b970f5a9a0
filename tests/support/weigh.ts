import { decide, type Verdict } from '#lib/broker/decide.ts';
import { labelOfRead, NOTHING_WRITTEN } from '#lib/broker/written.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Grant } from '#lib/core/grant.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { beginRun } from '#lib/core/reduce.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { createPageRunner } from '../../entrypoints/background/runners/page-runner.ts';
import type { BenchPage } from './page-bench.ts';

const RUN = 'run-1';
const AGENT: AgentPackage = {
  ...{ schema: 1, id: 'clerk', version: '1.0.0', name: 'Clerk', icon: '', role: 'Fills forms', instructions: '' },
  tools: ['click', 'fill', 'press', 'select', 'snapshot'],
  permissions: [{ capability: 'act', why: '' }],
  ...{ starters: [], delegates: [], outputs: [], playbooks: [] },
};
const state = beginRun({
  ...{ run: RUN, seq: 0, at: 1 },
  happening: {
    ...{ kind: 'run-created', agent: 'clerk@1.0.0', task: 't', title: 't', inputs: [], engine: 'basic' },
    ...{ attended: true, root: RUN },
  },
});

/** What the worker's own look and the broker's own rules make of a call on a bench page, for an agent that may act there without asking. */
export async function weigh(
  { page, tell }: Pick<BenchPage, 'page' | 'tell'>,
  tool: string,
  args: JsonObject,
): Promise<Verdict> {
  const spec = catalogue.get(tool);
  if (!spec) throw new Error(`There is no tool ${tool}.`);
  const call = { id: 'call', tool, args: { tab: 1, ...args }, labels: {} };
  const runner = createPageRunner({
    getTab: async () => ({ url: page.url(), title: 'Bench', discarded: false }),
    wakeTab: async () => true,
    waitLoaded: async () => true,
    ...{ barred: async () => undefined, offerAccess: async () => {} },
    secrets: { of: async () => [], used: async () => {} },
    canReach: async () => true,
    tell: async <Reply>(_: number, message: unknown) => (await tell(message)) as Reply,
  });
  const situation = await runner.look({ state, spec, call });
  if (situation.kind === 'gone') throw new Error(situation.message);
  const grant: Grant = {
    ...{ id: 'g', agent: AGENT.id, capability: 'act', site: situation.site, mode: 'always' },
    ...{ createdAt: 1, usedAt: 1 },
  };
  return decide({
    ...{ call, spec, situation, agent: AGENT, run: state, grants: [grant], refusals: 0, now: 1 },
    ...{ written: NOTHING_WRITTEN, contacts: [], reads: labelOfRead(state) },
  });
}
