import type { Capability } from '#lib/core/call.ts';
import { EVERY_AGENT, type Grant, type GrantMode, type SiteSettings } from '#lib/core/grant.ts';
import { patternOf } from '#lib/core/site.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { isReachable, siteOfPattern } from './access.ts';

/** Capabilities whose tools touch sites: only these have a switch. */
export function siteCapabilities(): Capability[] {
  const outside = [...catalogue.values()].filter((spec) => spec.where !== 'annex');
  return [...new Set(outside.map((spec) => spec.capability))];
}

export type SiteRow = { site: string; reachable: boolean; onDeviceOnly: boolean };

/** Every site that Annex knows a permission or a setting of, and those that Chrome grants; by name. */
export function siteRows(world: {
  grants: readonly Grant[];
  sites: readonly SiteSettings[];
  chromeAccess: readonly string[];
}): SiteRow[] {
  const known = [...world.grants.map((one) => one.site), ...world.sites.map((one) => one.site)].filter(isWeb);
  const patterns = new Set(known.map(patternOf));
  const granted = world.chromeAccess
    .filter((pattern) => !patterns.has(pattern))
    .map(siteOfPattern)
    .filter((site) => site !== undefined);
  return [...new Set([...known, ...granted])]
    .sort((a, b) => new URL(a).host.localeCompare(new URL(b).host))
    .map((site) => siteRow(site, world));
}

export function siteRow(
  site: string,
  world: { sites: readonly SiteSettings[]; chromeAccess: readonly string[] },
): SiteRow {
  return {
    site,
    reachable: isReachable(site, world.chromeAccess),
    onDeviceOnly: world.sites.some((one) => one.site === site && one.onDeviceOnly),
  };
}

const isWeb = (site: string) => /^https?:/.test(site);

/** The site-wide switch of a capability; without one, Annex asks. */
export function siteMode(grants: readonly Grant[], site: string, capability: Capability): GrantMode {
  const own = grants.find((one) => one.agent === EVERY_AGENT && one.site === site && one.capability === capability);
  return own && !own.tool && !own.domains ? own.mode : 'ask';
}

/** A grant that can be given back exactly as it was; one narrowed to a run, tool or domain cannot. */
export function isRestorable(grant: Grant): boolean {
  return !grant.run && !grant.tool && !grant.domains;
}
