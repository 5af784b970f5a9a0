import * as z from 'zod/mini';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Call, Capability, Effect } from '#lib/core/call.ts';
import type { Grant, GrantMode } from '#lib/core/grant.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { AGENT, type Label } from '#lib/core/label.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import type { Found } from './controls.ts';
import type { DecisionInput } from './decide.ts';
import { NOTHING_WRITTEN } from './written.ts';

export const NEWS = 'https://news.example';
export const MAIL = 'https://mail.example';
export const DAY = 24 * 3600 * 1000;
export const NOW = 1_000 * DAY;

type ToolOf = Partial<ToolSpec> & { name: string; effect: Effect; capability: Capability };
export function toolOf(of: ToolOf): ToolSpec {
  return {
    description: '',
    args: z.strictObject({ tab: z.number() }),
    control: [],
    where: 'page',
    words: () => ({ doing: `Doing ${of.name}`, did: `Did ${of.name}` }),
    limitMs: 1000,
    ...of,
  };
}

export const read = toolOf({ name: 'read', effect: 'read', capability: 'read' });
export const openTab = toolOf({
  ...{ name: 'open_tab', effect: 'read', capability: 'read', where: 'browser', control: ['url'] },
  args: z.strictObject({ url: z.string() }),
});
export const fill = toolOf({
  ...{ name: 'fill', effect: 'act', capability: 'act' },
  args: z.strictObject({ tab: z.number(), ref: z.string(), text: z.string() }),
});
export const click = toolOf({ name: 'click', effect: 'act', capability: 'act' });
export const compose = toolOf({
  ...{ name: 'compose', effect: 'draft', capability: 'mail' },
  args: z.strictObject({ tab: z.number(), body: z.string() }),
});
export const send = toolOf({ name: 'send', effect: 'send', capability: 'mail', control: ['to', 'cc', 'bcc'] });
export const save = toolOf({
  ...{ name: 'save_report', effect: 'draft', capability: 'files', where: 'annex' },
  args: z.strictObject({ title: z.string() }),
});
export const propose = toolOf({
  ...{ name: 'propose_schedule', effect: 'draft', capability: 'read', where: 'annex', asksAlways: true },
  args: z.strictObject({ title: z.string() }),
});
export const TOOLS = [read, openTab, fill, click, compose, send, save, propose];

export const AGENT_PACKAGE: AgentPackage = {
  ...{ schema: 1, id: 'scout', version: '1.0.0', name: 'Scout', icon: '', role: 'Scouts', instructions: '' },
  tools: TOOLS.map((one) => one.name),
  permissions: (['read', 'act', 'mail'] as const).map((capability) => ({ capability, why: '' })),
  ...{ starters: [], delegates: [], outputs: [], playbooks: [] },
};

export function callOf(spec: ToolSpec, args: JsonObject = { tab: 1 }, label: Label = AGENT): Call {
  return { id: 'c1', tool: spec.name, args, labels: { '*': label } };
}

export function situationAt(site: string, more: Partial<Found> = {}): Found {
  return { kind: 'found', site, reachable: true, url: `${site}/page`, title: 'A page', ...more };
}

let grants = 0;
export function grantOf(mode: GrantMode, of: Partial<Grant> = {}): Grant {
  grants += 1;
  const base = { id: `g${grants}`, agent: 'scout', capability: 'read' as const, site: NEWS, mode };
  return { ...base, createdAt: NOW - DAY, usedAt: NOW - DAY, ...(mode === 'run' && { run: 'r1' }), ...of };
}

/** A reading of the news site, decided with nothing granted, unless told otherwise. */
export function inputOf(spec: ToolSpec, of: Partial<DecisionInput> = {}): DecisionInput {
  return {
    call: callOf(spec),
    spec,
    situation: situationAt(NEWS),
    agent: AGENT_PACKAGE,
    run: { id: 'r1', root: 'r1' },
    grants: [],
    contacts: [],
    written: NOTHING_WRITTEN,
    reads: AGENT,
    refusals: 0,
    now: NOW,
    ...of,
  };
}

/** A mail that stands on the mail page, ready to go to these addresses. */
export function sendTo(to: readonly string[], of: Partial<DecisionInput> = {}): DecisionInput {
  const controls = to.map((value) => ({ name: 'to', value }));
  const payload = { to: [...to], cc: [], bcc: [], subject: 'Hello', body: 'Text' };
  return inputOf(send, { situation: situationAt(MAIL, { controls, payload }), ...of });
}
