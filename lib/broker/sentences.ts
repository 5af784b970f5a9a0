import type { AgentPackage } from '#lib/core/agent.ts';
import type { Control } from '#lib/core/approval.ts';
import type { Capability } from '#lib/core/call.ts';
import type { Grant } from '#lib/core/grant.ts';
import { siteName } from '#lib/core/site.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { domainOf, normalUrl } from './addresses.ts';
import { isTrusted } from './provenance.ts';

/** What a capability on a site lets an agent do, after "may". */
export function doingOn(capability: Capability, site: string): string {
  const host = siteName(site);
  switch (capability) {
    case 'read':
      return `read ${host}`;
    case 'act':
      return `act on ${host}`;
    case 'mail':
      return `write mail on ${host}`;
    case 'calendar':
      return `write events on ${host}`;
    case 'files':
      return `use files on ${host}`;
    default:
      return capability satisfies never;
  }
}

/** Why something that leaves the person's space is asked about, in sentences. */
export function askAboutSend(controls: readonly Control[], site: string): string[] {
  const host = siteName(site);
  if (controls.length === 0) return [`What this does on ${host} may not be undone.`];
  const doubted = controls.filter((one) => !isTrusted(one));
  if (doubted.length === 0) {
    const domains = [...new Set(controls.map(({ value }) => domainOf(value) ?? value))];
    return [`You have not allowed sending to ${domains.join(', ')} from ${host} without being asked.`];
  }
  const each = doubted.slice(0, 5).map(({ value, words }) => `${value}: ${words}`);
  const mails = doubted.filter(({ value }) => normalUrl(value) === undefined).length;
  if (mails === 0) return each;
  const subject =
    mails === 1 ? 'One address was not written by you and is' : `${mails} addresses were not written by you and are`;
  return [`${subject} not in your contacts.`, ...each];
}

/** Why a text that goes out is asked about although its recipients are known. */
export function askAboutCarried(addresses: readonly string[]): string[] {
  if (addresses.length === 0) return [];
  const shown = addresses.slice(0, 3).join(', ');
  const more = addresses.length > 3 ? ` and ${addresses.length - 3} more` : '';
  return [
    `Its text holds ${addresses.length === 1 ? 'an address' : 'addresses'} that you did not write: ${shown}${more}.`,
  ];
}

export const MAY_REPEAT = 'This run does again what an earlier one did, and that one may have sent this.';

export const GOES_ON = 'It starts runs by itself from then on, so you are asked each time.';

const deny = (rule: string, message: string) => ({ kind: 'deny' as const, rule, message });

/** The refusals; each message tells a decider what to do instead. */
export const no = {
  unknownTool: (tool: string, agent: AgentPackage) =>
    deny(
      'unknown-tool',
      `There is no tool named ${tool}. Tools of ${agent.name}: ${agent.tools.join(', ') || 'none'}.`,
    ),
  notInPackage: (tool: string, agent: AgentPackage) =>
    deny('not-in-package', `${agent.name} has no tool ${tool}. Use one of: ${agent.tools.join(', ') || 'none'}.`),
  notAskedFor: (spec: ToolSpec, agent: AgentPackage) =>
    deny(
      'not-asked-for',
      `${agent.name} never asked for the permission "${spec.capability}", which ${spec.name} needs.`,
    ),
  noSite: (url: string) =>
    deny(
      'no-site',
      `Annex works on http and https pages only, and ${url || 'this'} is none. Use another tab or address.`,
    ),
  refusedByGrant: (grant: Grant, doing: string) =>
    deny(grant.mode, `The person does not let this agent ${doing}. Go on without it; do not try again.`),
  refusedTwice: () =>
    deny('refused-twice', 'The person refused this twice in this run. Go on without it; do not try again.'),
  locked: (site: string) => ({
    kind: 'locked' as const,
    site,
    message: `Chrome does not let Annex into ${siteName(site)}. Once you allow it, the run goes on.`,
  }),
};
