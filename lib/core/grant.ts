import * as z from 'zod/mini';
import { capability } from './call.ts';
import { canonical } from './canonical.ts';
import { json } from './json.ts';

/** `never` and `off` refuse, `run` lasts as long as its run, `always` until revoked or unused for 60 days. */
export const grantMode = z.enum(['never', 'off', 'ask', 'run', 'always']);
export type GrantMode = z.infer<typeof grantMode>;

export const EVERY_AGENT = '*';

/** A grant that was not used for 60 days no longer counts. What refuses does not lapse. */
export const GRANT_LIFETIME_MS = 60 * 24 * 3600 * 1000;

/** A recorded permission. `agent` is an agent id, or `*` for the site-wide switch of the capability. */
export const grant = z.object({
  id: z.string(),
  agent: z.string(),
  capability,
  site: z.string(),
  mode: grantMode,
  run: z.optional(z.string()),
  /** Narrowings: the grant holds for this tool only, for what goes to these domains only. Absent means not narrowed. */
  tool: z.optional(z.string()),
  /** `any`: whoever the person named themselves, as all recipients of a granted sending must be. */
  domains: z.optional(z.union([z.literal('any'), z.array(z.string())])),
  /** It holds until then, and for so many calls more. Absent means not narrowed. */
  until: z.optional(z.number()),
  left: z.optional(z.int()),
  createdAt: z.number(),
  usedAt: z.number(),
});
export type Grant = z.infer<typeof grant>;

/** Why a grant that allows something no longer does; `at` is when that came, ms since the epoch. */
export type Lapse = { why: 'unused' | 'over' | 'used-up'; at?: number };

/** It lets something be done without a question; the others ask or refuse. */
export const allows = ({ mode }: Pick<Grant, 'mode'>): boolean => mode === 'always' || mode === 'run';

/** Whether a grant has lapsed by now. What refuses or asks does not lapse. */
export function lapseOf(of: Grant, now: number): Lapse | undefined {
  if (!allows(of)) return undefined;
  const { until, left } = of;
  if (until !== undefined && until <= now) return { why: 'over', at: until };
  if (left !== undefined && left <= 0) return { why: 'used-up' };
  const at = lapsesUnused(of);
  return now > at ? { why: 'unused', at } : undefined;
}

/** When a grant lapses if it is not used until then. */
export const lapsesUnused = ({ usedAt, createdAt }: Grant): number => Math.max(usedAt, createdAt) + GRANT_LIFETIME_MS;

/** What the person said of a site as a whole. What can't be read of it counts as the narrower choice. */
export const siteSettings = z.object({
  site: z.string(),
  onDeviceOnly: z.catch(z.boolean(), true),
  /** No agent does anything there, whatever is granted. */
  never: z.catch(z._default(z.boolean(), false), true),
});
export type SiteSettings = z.infer<typeof siteSettings>;

/**
 * How permissions stand on a site, as one text: two that are the same decide the same there. When a grant was used last does not
 * count.
 */
export function standingOn(site: string, of: { grants: readonly Grant[]; sites: readonly SiteSettings[] }): string {
  const grants = of.grants
    .filter((one) => one.site === site)
    .map(({ usedAt: _, ...rest }) => canonical(json.parse(JSON.parse(JSON.stringify(rest)))))
    .sort();
  const never = of.sites.some((one) => one.site === site && one.never);
  return JSON.stringify([never, grants]);
}
