import type { AgentPackage } from '#lib/core/agent.ts';
import type { Control, Scope } from '#lib/core/approval.ts';
import type { Call, Effect } from '#lib/core/call.ts';
import type { Grant } from '#lib/core/grant.ts';
import type { Label } from '#lib/core/label.ts';
import { siteOf } from '#lib/core/site.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { carriedBy } from './carried.ts';
import { controlsOf, type Found } from './controls.ts';
import { effectOf } from './effect.ts';
import { coversSend, type GrantQuestion, settlingGrant } from './grants.ts';
import { isTrusted, type Known } from './provenance.ts';
import { askAboutCarried, askAboutSend, doingOn, GOES_ON, MAY_REPEAT, no } from './sentences.ts';

/** All that a decision reads. The arguments of `call` were parsed; nothing here is a model's prose but their values. */
export type DecisionInput = Known & {
  call: Call;
  spec: ToolSpec | undefined;
  situation: Found;
  agent: AgentPackage;
  run: { id: string; root: string; retryOf?: string; forkOf?: { run: string } };
  grants: readonly Grant[];
  /** The label of everything that the run has read: what an unlabelled value may carry. */
  reads: Label;
  /** How often the person refused this very call in this run. */
  refusals: number;
  now: number;
};

type Weighed = { rule: string; effect: Effect; site: string; reasons: string[]; controls: Control[]; grants: string[] };
export type Verdict =
  | ({ kind: 'allow' } & Weighed)
  | ({ kind: 'ask'; scopes: Scope[] } & Weighed)
  | { kind: 'deny'; rule: string; message: string }
  /** Chrome itself does not let Annex in. */
  | { kind: 'locked'; site: string; message: string };

const OWN_SPACE = 'annex';

/**
 * Decides one call. Total and deterministic: same input, same verdict, whatever the order of the grants. An ask in an unattended
 * run is an ask all the same; it parks the run.
 */
export function decide(input: DecisionInput): Verdict {
  const { call, spec, agent } = input;
  if (!spec) return no.unknownTool(call.tool, agent);
  const barred = barredTool(spec, agent);
  if (barred) return barred;
  if (input.situation.refused) return { kind: 'deny', ...input.situation.refused };
  if (spec.asksAlways) return askAlways(input, spec);
  const ownSpace = spec.where === 'annex' && input.situation.site === OWN_SPACE;
  if (ownSpace && (spec.effect === 'read' || spec.effect === 'draft')) return allowOwnSpace(input, spec);
  if (!agent.permissions.some((one) => one.capability === spec.capability)) return no.notAskedFor(spec, agent);
  const site = touchedSite(input, spec);
  if (!site) return no.noSite(input.situation.url);
  const verdict = weigh(input, spec, site);
  if (verdict.kind === 'deny') return verdict;
  if (verdict.kind === 'ask' && input.refusals >= 2) return no.refusedTwice();
  return input.situation.reachable ? verdict : no.locked(site);
}

/** The refusal of a tool that the package does not name: known before anything is looked at. */
export function barredTool(spec: ToolSpec, agent: AgentPackage): Extract<Verdict, { kind: 'deny' }> | undefined {
  return agent.tools.includes(spec.name) ? undefined : no.notInPackage(spec.name, agent);
}

/** The site whose permission a call needs: of a call that takes an address, the one it leads to. */
export function touchedSite(
  { call, situation }: Pick<DecisionInput, 'call' | 'situation'>,
  spec: ToolSpec,
): string | undefined {
  const address = spec.where === 'browser' && spec.control.includes('url') ? call.args.url : undefined;
  if (address === undefined) return siteOf(situation.site) === situation.site ? situation.site : undefined;
  return typeof address === 'string' ? siteOf(address) : undefined;
}

function weigh(input: DecisionInput, spec: ToolSpec, site: string): Exclude<Verdict, { kind: 'locked' }> {
  const { agent } = input;
  const controls = controlsOf({ ...input, spec }, input);
  const { effect, reasons: raised } = effectOf({ ...input, spec, site }, controls);
  const question: GrantQuestion = {
    agent: agent.id,
    ...{ run: input.run, capability: spec.capability, site, tool: spec.name, controls, now: input.now },
  };
  const grant = settlingGrant(input.grants, question);
  const weighed = { effect, site, controls, grants: grant ? [grant.id] : [] };
  const doing = doingOn(spec.capability, site);
  if (grant?.mode === 'never' || grant?.mode === 'off') return no.refusedByGrant(grant, doing);
  if (effect === 'send') {
    const carried = carriedBy({ ...input, spec }, input);
    return weighSend(question, { grant, raised, weighed, carried, repeats: isRepeat(input.run) });
  }
  const asking = { ...weighed, grants: [], scopes: ['once', 'run', 'always'] satisfies Scope[] };
  if (!grant)
    return { kind: 'ask', rule: 'no-grant', ...asking, reasons: [...raised, `${agent.name} may not ${doing} so far.`] };
  if (grant.mode === 'ask')
    return {
      kind: 'ask',
      rule: 'ask-each-time',
      ...asking,
      reasons: [...raised, `You want to be asked before ${agent.name} may ${doing}.`],
    };
  const until = grant.mode === 'run' ? 'while this run lasts' : 'until you revoke it';
  return { kind: 'allow', rule: 'granted', ...weighed, reasons: [...raised, `${agent.name} may ${doing} ${until}.`] };
}

function weighSend(
  question: GrantQuestion,
  of: {
    grant: Grant | undefined;
    raised: string[];
    weighed: Omit<Weighed, 'rule' | 'reasons'>;
    carried: readonly string[];
    repeats: boolean;
  },
): Extract<Verdict, { kind: 'allow' | 'ask' }> {
  const { grant, raised, weighed, carried, repeats } = of;
  const { controls, site } = weighed;
  // Nothing names a recipient: of what only became a sending by what it carries, nobody is known to be meant.
  const trusted = controls.length > 0 ? controls.every(isTrusted) : raised.length === 0;
  const covered = trusted && grant !== undefined && coversSend(grant, question);
  // A standing permission is for new mail. What an earlier run may have sent goes out again only when the person says so here.
  if (covered && carried.length === 0 && !(repeats && grant.mode === 'always'))
    return {
      kind: 'allow',
      rule: 'send-granted',
      ...weighed,
      reasons: [...raised, 'You allowed this without asking.'],
    };
  const why = covered ? [] : askAboutSend(controls, site);
  return {
    ...{ kind: 'ask', rule: ruleOf(trusted, covered, carried), ...weighed, grants: [] },
    reasons: [...raised, ...why, ...askAboutCarried(carried), ...(repeats ? [MAY_REPEAT] : [])],
    scopes: trusted && controls.length > 0 && carried.length === 0 ? ['once', 'run', 'always'] : ['once'],
  };
}

function ruleOf(trusted: boolean, covered: boolean, carried: readonly string[]): string {
  if (!trusted) return 'untrusted-control';
  return covered && carried.length > 0 ? 'carried-address' : 'send';
}

const isRepeat = ({ retryOf, forkOf }: DecisionInput['run']): boolean => retryOf !== undefined || forkOf !== undefined;

/** No grant answers this with a yes, and no answer covers another call. */
function askAlways(input: DecisionInput, spec: ToolSpec): Extract<Verdict, { kind: 'ask' | 'deny' }> {
  const { agent, situation, run, now } = input;
  const { capability, effect, name: tool } = spec;
  if (!agent.permissions.some((one) => one.capability === capability)) return no.notAskedFor(spec, agent);
  const controls = controlsOf({ ...input, spec }, input);
  const { site } = situation;
  const grant = settlingGrant(input.grants, { agent: agent.id, run, capability, site, tool, controls, now });
  if (grant?.mode === 'never' || grant?.mode === 'off') return no.refusedByGrant(grant, doingOn(capability, site));
  if (input.refusals >= 2) return no.refusedTwice();
  return { kind: 'ask', rule: 'asks-always', effect, site, controls, grants: [], reasons: [GOES_ON], scopes: ['once'] };
}

function allowOwnSpace(input: DecisionInput, spec: ToolSpec): Verdict {
  const controls = controlsOf({ ...input, spec }, input);
  const reasons = ["It stays in Annex's own space."];
  return { kind: 'allow', rule: 'own-space', effect: spec.effect, site: OWN_SPACE, reasons, controls, grants: [] };
}
