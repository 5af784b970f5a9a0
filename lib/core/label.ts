import * as z from 'zod/mini';

export const source = z.union([z.enum(['user', 'agent', 'memory', 'child']), z.templateLiteral(['site:', z.string()])]);
export type Source = z.infer<typeof source>;

/** Provenance of a value: where it came from, whether that is trusted, and which sites may see it. */
export const label = z.object({
  sources: z.array(source),
  trusted: z.boolean(),
  readers: z.union([z.literal('anyone'), z.array(z.string())]),
});
export type Label = z.infer<typeof label>;

export const USER: Label = { sources: ['user'], trusted: true, readers: 'anyone' };
export const AGENT: Label = { sources: ['agent'], trusted: true, readers: 'anyone' };

/** The label of content read from a site: untrusted, and private to that site. */
export function siteLabel(site: string): Label {
  return { sources: [`site:${site}`], trusted: false, readers: [site] };
}

/** The label of a value made from several: all their sources, trusted only if all are, seen only by whom all allow. */
export function joinLabels(labels: readonly Label[]): Label {
  const sources = [...new Set(labels.flatMap((one) => one.sources))].sort();
  const trusted = labels.every((one) => one.trusted);
  let readers: Label['readers'] = 'anyone';
  for (const one of labels) {
    if (one.readers === 'anyone') continue;
    const allowed: readonly string[] = one.readers;
    readers = readers === 'anyone' ? [...allowed] : readers.filter((site) => allowed.includes(site));
  }
  return { sources, trusted, readers };
}

/** The sites whose content went into a value. */
export function sitesOf(of: Label): string[] {
  return of.sources.flatMap((one) => (one.startsWith('site:') ? [one.slice('site:'.length)] : []));
}
