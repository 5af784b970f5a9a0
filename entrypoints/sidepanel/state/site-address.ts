import { refusedAddress } from '#lib/core/refused-address.ts';
import { siteOf } from '#lib/core/site.ts';
import { addresses as words } from '../strings/sites.ts';

/** Why no agent works on an address by Annex's own rule, said to the person; nothing where agents may. */
export function barredWords(address: string, { loopback }: { loopback: boolean }): string | undefined {
  const message = refusedAddress(address, { loopback })?.message;
  return message?.replace(' Go on without it.', '').replace('the person has', 'you have');
}

/** The site that a person meant by what they wrote, or why there is none. Without a scheme, https is meant; on this machine, http. */
export function siteFrom(text: string, { loopback }: { loopback: boolean }): { site: string } | { problem: string } {
  const written = text.trim();
  if (written === '') return { problem: words.missing };
  const hasScheme = /^[a-z][a-z\d+.-]*:(?:\/\/|(?!\d))/i.test(written);
  const isOwn = /^(?:localhost|127\.|\[::1\])/i.test(written);
  const address = hasScheme ? written : `${isOwn ? 'http' : 'https'}://${written}`;
  if (!URL.canParse(address)) return { problem: words.noAddress(written) };
  const barred = barredWords(address, { loopback });
  if (barred) return { problem: barred };
  const site = siteOf(address);
  // A name without a dot is more likely a slip than a host: who means it writes the scheme.
  return site && (hasScheme || isOwn || site.includes('.')) ? { site } : { problem: words.noAddress(written) };
}
