/** Whether Chrome's granted match patterns let Annex into a site. */
export const isReachable = (site: string, patterns: readonly string[]): boolean =>
  coveringPatterns(site, patterns).length > 0;

/** The granted match patterns that let Annex into a site. Knows what Chrome hands out: `<all_urls>`, `*://`, `*.host`, `*`. */
export function coveringPatterns(site: string, patterns: readonly string[]): string[] {
  const { protocol, hostname } = new URL(site);
  return patterns.filter((pattern) => {
    if (pattern === '<all_urls>') return true;
    const [scheme, rest] = pattern.split('://');
    const host = rest?.split('/')[0];
    if (!host || (scheme !== '*' && `${scheme}:` !== protocol)) return false;
    if (host === '*' || host === hostname) return true;
    return host.startsWith('*.') && (hostname === host.slice(2) || hostname.endsWith(host.slice(1)));
  });
}
