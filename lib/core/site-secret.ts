import * as z from 'zod/mini';

/**
 * A value that the person saved for one site, a password for one. Agents know its name only: it is put into the page at the moment
 * of filling, and stands in no journal, ledger, log, prompt or export.
 */
export const siteSecret = z.object({
  id: z.string(),
  name: z.string(),
  site: z.string(),
  value: z.string(),
  createdAt: z.number(),
  usedAt: z.optional(z.number()),
});
export type SiteSecret = z.infer<typeof siteSecret>;
/** What is shown of it. */
export type NamedSecret = Omit<SiteSecret, 'value'>;

const HANDLE = /^secret:"([^"]{1,80})"$/;

/** How an agent names a secret in an argument: `secret:"shop password"`. */
export const handleOf = (name: string): string => `secret:"${name}"`;

/** The name in an argument that is a handle and nothing else. */
export const secretNamed = (text: unknown): string | undefined =>
  typeof text === 'string' ? HANDLE.exec(text.trim())?.[1] : undefined;
