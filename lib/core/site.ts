/** A site is an origin: scheme, host and port. Only http and https have one here. */
export function siteOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  if (parsed.username || parsed.password) return undefined;
  return parsed.origin;
}

/** The match pattern that Chrome grants for a site. Coarser than the site: match patterns ignore ports. */
export function patternOf(site: string): string {
  const { protocol, hostname } = new URL(site);
  return `${protocol}//${hostname}/*`;
}

/** The site as a person reads it: host and, where it is not the scheme's own, port. */
export function siteName(site: string): string {
  return URL.canParse(site) ? new URL(site).host : site;
}

/** Loopback by RFC 6761 and RFC 1122: 127.0.0.0/8, [::1] and localhost. A LAN address is not loopback. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Two addresses of one document: the fragment is left out. */
export function isSamePage(a: string, b: string): boolean {
  return a.split('#')[0] === b.split('#')[0];
}
