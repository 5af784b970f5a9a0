import * as z from 'zod/mini';

/** Somebody whom the person knows: what goes to this address goes to whom they mean. Never harvested from pages. */
export const contact = z.object({
  id: z.string(),
  /** A mail address as the person gave it. */
  address: z.string(),
  name: z.string(),
  from: z.enum(['hand', 'approval', 'vcard']),
  createdAt: z.number(),
});
export type Contact = z.infer<typeof contact>;
export type NewContact = Pick<Contact, 'address' | 'name' | 'from'>;
