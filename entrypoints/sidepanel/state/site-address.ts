import { refusedAddress } from '#lib/core/refused-address.ts';
import { siteOf } from '#lib/core/site.ts';
import { addresses as words } from '../strings/sites.ts';

/** The site that a person meant by what they wrote, or why there is none. Without a scheme, https is meant; on this machine, http. */
export function siteFrom(text: string, { loopback }: { loopback: boolean }): { site: string } | { problem: string } {
  const written = text.trim();
  if (written === '') return { problem: words.missing };
  const hasScheme = /^[a-z][a-z\d+.-]*:(?:\/\/|(?!\d))/i.test(written);
  const isOwn = /^(?:localhost|127\.|\[::1\])/i.test(written);
  const address = hasScheme ? written : `${isOwn ? 'http' : 'https'}://${written}`;
  if (!URL.canParse(address)) return { problem: words.noAddress(written) };
  const refusal = refusedAddress(address, { loopback });
  if (refusal) return { problem: refusal.message.replace(' Go on without it.', '') };
  const site = siteOf(address);
  // A name without a dot is more likely a slip than a host: who means it writes the scheme.
  return site && (hasScheme || isOwn || site.includes('.')) ? { site } : { problem: words.noAddress(written) };
}
