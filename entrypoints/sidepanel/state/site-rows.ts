import type { Capability } from '#lib/core/call.ts';
import { EVERY_AGENT, type Grant, type GrantMode, type SiteSettings } from '#lib/core/grant.ts';
import { coveringPatterns } from '#lib/core/match-pattern.ts';
import { patternOf } from '#lib/core/site.ts';
import type { NamedSecret } from '#lib/core/site-secret.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { siteOfPattern } from './access.ts';
import { standingOf } from './grant-standing.ts';
import { barredWords } from './site-address.ts';

/** Capabilities whose tools touch sites: only these have a switch. */
export function siteCapabilities(): Capability[] {
  const outside = [...catalogue.values()].filter((spec) => spec.where !== 'annex');
  return [...new Set(outside.map((spec) => spec.capability))];
}

/** `through`: a pattern that covers other sites too and lets Annex in; access by it can't be taken back for this site alone. `barred`: why no agent works there by Annex's own rule. */
export type SiteRow = {
  site: string;
  reachable: boolean;
  through?: string;
  onDeviceOnly: boolean;
  never: boolean;
  barred?: string;
};

type Walls = { sites: readonly SiteSettings[]; chromeAccess: readonly string[]; loopback: boolean };

/** Every site that Annex knows a permission, a secret or a setting of, and those that Chrome grants; by name. */
export function siteRows(
  world: Walls & { grants: readonly Grant[]; secrets?: readonly NamedSecret[] | undefined },
): SiteRow[] {
  const known = [...world.grants, ...world.sites, ...(world.secrets ?? [])].map((one) => one.site).filter(isWeb);
  const patterns = new Set(known.map(patternOf));
  const granted = world.chromeAccess
    .filter((pattern) => !patterns.has(pattern))
    .map(siteOfPattern)
    .filter((site) => site !== undefined);
  return [...new Set([...known, ...granted])]
    .sort((a, b) => new URL(a).host.localeCompare(new URL(b).host))
    .map((site) => siteRow(site, world));
}

export function siteRow(site: string, world: Walls): SiteRow {
  const covering = coveringPatterns(site, world.chromeAccess);
  const through = covering.find((pattern) => pattern !== patternOf(site));
  const barred = barredWords(site, world);
  const said = world.sites.find((one) => one.site === site);
  return {
    ...{ site, reachable: covering.length > 0, onDeviceOnly: said?.onDeviceOnly ?? false, never: said?.never ?? false },
    ...(through !== undefined && { through }),
    ...(barred !== undefined && { barred }),
  };
}

const isWeb = (site: string) => /^https?:/.test(site);

/** The site-wide switch of a capability; without one that counts still, Annex asks. */
export function siteMode(
  grants: readonly Grant[],
  { site, capability, now }: { site: string; capability: Capability; now: number },
): GrantMode {
  const own = grants.find(
    (one) =>
      one.agent === EVERY_AGENT &&
      one.site === site &&
      one.capability === capability &&
      !one.tool &&
      !one.domains &&
      standingOf(one, now).kind === 'stands',
  );
  return own?.mode ?? 'ask';
}
