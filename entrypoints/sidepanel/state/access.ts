import { patternOf } from '#lib/core/site.ts';

/** The site that a match pattern names, if it names just one. */
export function siteOfPattern(pattern: string): string | undefined {
  const match = /^(https?):\/\/([^*/]+)\/\*$/.exec(pattern);
  return match ? `${match[1]}://${match[2]}` : undefined;
}

/** Sites once each, and once per match pattern, because Chrome asks for patterns. */
export function withoutRepeats(sites: readonly string[]): string[] {
  return [...new Map(sites.map((site) => [patternOf(site), site])).values()];
}
