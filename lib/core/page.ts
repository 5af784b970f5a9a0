import * as z from 'zod/mini';

/** A passage of a page's main text. `id` is unique within the run once `read` has numbered it (`s2p4`: source 2, passage 4). */
export const passage = z.object({
  id: z.string(),
  text: z.string(),
  /** Title of the document it stands in. */
  source: z.string(),
  heading: z.optional(z.string()),
});
export type Passage = z.infer<typeof passage>;

/** A link inside the main text. `value` is its address, unchanged; `id` is numbered like a passage's (`s2l1`). */
export const pageLink = z.object({ id: z.string(), text: z.string(), value: z.string() });
export type PageLink = z.infer<typeof pageLink>;

/** What `read` yields: the main text as numbered passages, and the links inside it, apart by site. */
export const reading = z.object({
  url: z.string(),
  title: z.string(),
  site: z.string(),
  byline: z.optional(z.string()),
  published: z.optional(z.string()),
  passages: z.array(passage),
  links: z.array(pageLink),
  elsewhere: z.array(pageLink),
  /** Said when the text had to be cut, or when hidden text was left out. */
  notes: z.array(z.string()),
});
export type Reading = z.infer<typeof reading>;

/** What a compose form shows at this moment. */
export const mailForm = z.object({
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  subject: z.string(),
  body: z.string(),
});
export type MailForm = z.infer<typeof mailForm>;
