import type { SiteSettings } from '#lib/core/grant.ts';
import { type Refusal, refusedAddress } from '#lib/core/refused-address.ts';
import { isLoopback, siteName, siteOf } from '#lib/core/site.ts';

/** Why no agent works on an address, or nothing. Asked before a page is looked at, and of every address that a tab has come to. */
export type Barred = (address: string) => Promise<Refusal | undefined>;

type Ports = { sites: () => Promise<readonly SiteSettings[]>; loopback: () => Promise<boolean> };

/** The built-in refusals, and those sites where the person lets no agent work. */
export function createBarred({ sites, loopback }: Ports): Barred {
  return async (address) => {
    const refused = refusedAddress(address, { loopback: isLoopback(address) && (await loopback()) });
    if (refused) return refused;
    const site = siteOf(address);
    const isNever = (await sites()).some((one) => one.site === site && one.never);
    if (!isNever || site === undefined) return undefined;
    const message = `The person lets no agent work on ${siteName(site)}. Go on without it; do not try again.`;
    return { rule: 'never', message };
  };
}
