import type { AgentPackage } from '#lib/core/agent.ts';
import { APPROVAL_LIFETIME_MS, type Approval, type ApprovalAnswer, type Control } from '#lib/core/approval.ts';
import type { Call } from '#lib/core/call.ts';
import type { Grant } from '#lib/core/grant.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import { siteName } from '#lib/core/site.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { domainOf } from './addresses.ts';
import type { Found } from './controls.ts';
import type { Verdict } from './decide.ts';
import { isTrusted } from './provenance.ts';
import { doingOn } from './sentences.ts';

type Asked = Extract<Verdict, { kind: 'ask' }>;
type Question = {
  run: { id: string; root: string };
  agent: AgentPackage;
  call: Call;
  spec: ToolSpec;
  situation: Found;
  verdict: Asked;
};

/** The question that an ask puts to the person. */
export function approvalFor(of: Question, { id, now }: { id: string; now: number }): Approval {
  const { run, agent, call, spec, situation, verdict } = of;
  return {
    id,
    run: run.id,
    root: run.root,
    agent: agent.id,
    call: call.id,
    tool: spec.name,
    capability: spec.capability,
    effect: verdict.effect,
    site: verdict.site,
    headline: headlineOf(of),
    payload: payloadOf(situation, call),
    reasons: verdict.reasons,
    controls: verdict.controls,
    editable: editableOf(of),
    scopes: verdict.scopes,
    verbs: verbsOf(of),
    createdAt: now,
    expiresAt: now + APPROVAL_LIFETIME_MS,
  };
}

/** Exactly what a call will use: what stands on the page where the tool takes it from there, else its arguments. */
export function payloadOf(situation: Found, call: Call): Json {
  return situation.payload ?? call.args;
}

/** The grant that an answer records for later calls: none for a refusal or for once. Leave to send holds for this tool and these domains. */
export function grantFor(
  approval: Approval,
  answer: Pick<ApprovalAnswer, 'kind' | 'scope'>,
  { id, now }: { id: string; now: number },
): Grant | undefined {
  const { scope } = answer;
  if (answer.kind !== 'allow' || scope === 'once' || !approval.scopes.includes(scope)) return undefined;
  const { agent, capability, site, tool, root } = approval;
  const grant: Grant = { id, agent, capability, site, mode: scope, createdAt: now, usedAt: now };
  // What the person allows while "this run" lasts holds for all that hangs below the run they started.
  if (scope === 'run') grant.run = root;
  if (approval.effect !== 'send') return grant;
  const domains = [...new Set(approval.controls.map(({ value }) => domainOf(value)))];
  const known = domains.filter((one) => one !== undefined);
  return known.length > 0 && known.length === domains.length ? { ...grant, tool, domains: known } : undefined;
}

/** The outcome in words. A value that the agent chose is on the card and not in its headline, but for whom a mail goes to. */
function headlineOf({ agent, spec, situation, verdict }: Question): string {
  if (spec.asksAlways && situation.headline) return situation.headline;
  const host = siteName(verdict.site);
  if (verdict.effect !== 'send') return `Let ${agent.name} ${doingOn(spec.capability, verdict.site)}`;
  if (spec.effect === 'send') {
    const to = recipients(verdict.controls);
    return to ? `Send to ${to}` : (situation.headline ?? `Send from ${host}`);
  }
  if (situation.headline) return situation.headline;
  return spec.where === 'browser' ? `${verbFor(spec)} an address on ${host}` : `${verbFor(spec)} on ${host}`;
}

const MOST_NAMED = 3;

/** Whom the person knows by name, the others counted; one alone who is not known is named too. */
function recipients(controls: readonly Control[]): string {
  const all = [...new Map(controls.map((one) => [one.value, one])).values()];
  const known = all.filter(isTrusted).map(({ value }) => value);
  const others = all.filter((one) => !isTrusted(one)).map(({ value }) => value);
  if (others.length === 0) return listed(known);
  if (others.length === 1 && known.length === 0) return `${others[0]}, who is outside your contacts`;
  const outside = `${others.length === 1 ? 'one person' : `${others.length} people`} outside your contacts`;
  return known.length === 0 ? outside : `${listed(known, ', ')} and ${outside}`;
}

function listed(values: readonly string[], last = ' and '): string {
  if (values.length > MOST_NAMED) return `${values.slice(0, 2).join(', ')} and ${values.length - 2} more`;
  return [values.slice(0, -1).join(', '), ...values.slice(-1)].filter(Boolean).join(last);
}

function verbsOf({ spec, verdict }: Question): Approval['verbs'] {
  const verb = verdict.effect === 'send' || spec.asksAlways ? verbFor(spec) : 'Allow';
  return { allow: verb, refuse: `Don't ${verb.toLowerCase()}` };
}

const VERBS = new Map([
  ['open_tab', 'Open'],
  ['navigate', 'Open'],
  ['propose_schedule', 'Create'],
]);

/** The verb on the button: the tool's own name, but for tools that are named after the browser's workings. */
function verbFor({ name }: ToolSpec): string {
  const verb = VERBS.get(name) ?? name.replaceAll('_', ' ');
  return verb.charAt(0).toUpperCase() + verb.slice(1);
}

/** The person's own text may be mended on the card; what decides where it goes may not. */
function editableOf({ spec, situation, verdict }: Question): string[] {
  if (verdict.effect !== 'send' || !isJsonObject(situation.payload)) return [];
  const { payload } = situation;
  const names = situation.editable ?? (spec.capability === 'mail' ? ['subject', 'body'] : []);
  return names.filter((name) => typeof payload[name] === 'string' && !spec.control.includes(name));
}
