import type { Json } from '#lib/core/json.ts';
import { handleOf, type SiteSecret, secretNamed } from '#lib/core/site-secret.ts';
import type { CallContext } from '#lib/core/tool.ts';

export type SecretPorts = {
  of: (site: string) => Promise<readonly SiteSecret[]>;
  used: (id: string, of: { run: string; agent: string }) => Promise<void>;
};

/** A value this short may stand anywhere by chance; hiding it would hide what has nothing to do with it. */
const SHORTEST_HIDDEN = 4;

/** What a call puts into the page in place of a handle; the value goes from here to the page and nowhere else. */
export type Revealed = { kind: 'none' } | { kind: 'value'; text: string } | { kind: 'missing'; message: string };

/** The value that a `fill` names by handle, where it is of the site that the call was decided for. */
export async function reveal(
  { call, spec, state }: CallContext,
  site: string,
  secrets: SecretPorts,
): Promise<Revealed> {
  const name = spec.name === 'fill' ? secretNamed(call.args.text) : undefined;
  if (name === undefined) return { kind: 'none' };
  const known = await secrets.of(site);
  const found = known.find((one) => one.name === name);
  if (!found) {
    const others = known.map((one) => handleOf(one.name)).join(', ');
    const way = others ? `There are: ${others}.` : 'The person can save one under Sites.';
    return { kind: 'missing', message: `No secret of the name "${name}" is saved for this site. ${way}` };
  }
  await secrets.used(found.id, { run: state.id, agent: state.agent });
  return { kind: 'value', text: found.value };
}

/**
 * What a page said, with each secret of its site replaced by its handle: pages show what was typed into them, and an address holds
 * what a form put there. Whatever its case, in the writing of addresses, and with white space as pages show it.
 */
export function hideSecrets<T extends Json>(said: T, secrets: readonly SiteSecret[]): T {
  const hidden = secrets
    .filter((one) => one.value.length >= SHORTEST_HIDDEN)
    .flatMap((one) => writingsOf(one.value).map((writing) => ({ writing, handle: handleOf(one.name) })))
    // One that is part of another would leave the rest of that one standing.
    .sort((a, b) => b.writing.length - a.writing.length);
  if (hidden.length === 0) return said;
  const handles = new Map(hidden.map(({ writing, handle }) => [writing.toLowerCase(), handle]));
  // All at once: a handle that was put in holds nothing to hide.
  const any = new RegExp(hidden.map(({ writing }) => escaped(writing)).join('|'), 'gi');
  const hide = (text: string) =>
    text.replace(any, (found) => handles.get(found.toLowerCase()) ?? hidden[0]?.handle ?? '');
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return hide(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [hide(key), walk(one)]));
  };
  return walk(said) as T;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** How a value may stand in what a page says: as it is, as a page shows its white space, and as an address writes it. */
function writingsOf(value: string): string[] {
  const shown = value.replace(/\s+/g, ' ').trim();
  const asForm = new URLSearchParams([['', value]]).toString().slice(1);
  const inAddress = new URL(`http://a/?${value.replaceAll('#', '%23')}`).search.slice(1);
  const wellFormed = value.toWellFormed();
  const all = [value, shown, asForm, inAddress, encodeURIComponent(wellFormed), encodeURI(wellFormed)];
  return [...new Set(all)].filter((one) => one.length >= SHORTEST_HIDDEN);
}
