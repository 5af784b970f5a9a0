import type { Control } from '#lib/core/approval.ts';
import type { Capability } from '#lib/core/call.ts';
import { EVERY_AGENT, type Grant, type GrantMode, lapseOf } from '#lib/core/grant.ts';
import { domainOf } from './addresses.ts';

export type GrantQuestion = {
  agent: string;
  run: { id: string; root: string };
  capability: Capability;
  site: string;
  tool: string;
  controls: readonly Control[];
  now: number;
};

/** The grant that settles a question, or none: never, then off, win at any level; then the agent's own; then the site-wide switch. */
export function settlingGrant(grants: readonly Grant[], question: GrantQuestion): Grant | undefined {
  const fitting = grants.filter((one) => fits(one, question)).sort(closerFirst);
  const refusal = (mode: GrantMode) => fitting.find((one) => one.mode === mode);
  return (
    refusal('never') ??
    refusal('off') ??
    fitting.find((one) => one.agent === question.agent) ??
    fitting.find((one) => one.agent === EVERY_AGENT)
  );
}

/** Whether the grant lets something out: it names the tool, and every domain that the controls go to or that any will do. Not narrowed is not enough for that. */
export function coversSend(grant: Grant, question: GrantQuestion): boolean {
  if (grant.mode !== 'run' && grant.mode !== 'always') return false;
  if (grant.tool !== question.tool || grant.domains === undefined) return false;
  return grant.domains === 'any' || isWithin(grant.domains, question.controls);
}

/**
 * The bounds within which an agent may read a site now without being asked about it, and so may hand on leave for; none where it
 * may not. Leave for so many calls is not handed on: nobody would count what is done with it.
 */
export function mayRead(
  grants: readonly Grant[],
  question: Pick<GrantQuestion, 'agent' | 'run' | 'site' | 'now'>,
): Pick<Grant, 'until'> | undefined {
  const grant = settlingGrant(grants, { ...question, capability: 'read', tool: 'read', controls: [] });
  if ((grant?.mode !== 'run' && grant?.mode !== 'always') || grant.left !== undefined) return undefined;
  return grant.until === undefined ? {} : { until: grant.until };
}

function fits(grant: Grant, { agent, run, capability, site, tool, controls, now }: GrantQuestion): boolean {
  if (grant.capability !== capability || grant.site !== site) return false;
  if (grant.agent !== agent && grant.agent !== EVERY_AGENT) return false;
  if (grant.tool !== undefined && grant.tool !== tool) return false;
  if (grant.mode === 'never' || grant.mode === 'off')
    return grant.domains === undefined || grant.domains === 'any' || touches(grant.domains, controls);
  if (grant.domains !== undefined && grant.domains !== 'any' && !isWithin(grant.domains, controls)) return false;
  if (grant.mode === 'run' && grant.run !== run.id && grant.run !== run.root) return false;
  return lapseOf(grant, now) === undefined;
}

const goesTo = (domains: readonly string[], { value }: Control): boolean => {
  const domain = domainOf(value);
  return domain !== undefined && domains.includes(domain);
};

const isWithin = (domains: readonly string[], controls: readonly Control[]): boolean =>
  controls.length > 0 && controls.every((one) => goesTo(domains, one));

const touches = (domains: readonly string[], controls: readonly Control[]): boolean =>
  controls.some((one) => goesTo(domains, one));

/** What is narrowed more comes first, then what was said last. */
function closerFirst(a: Grant, b: Grant): number {
  const narrowness = (one: Grant) => Number(one.tool !== undefined) + Number(one.domains !== undefined);
  return narrowness(b) - narrowness(a) || b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1);
}
