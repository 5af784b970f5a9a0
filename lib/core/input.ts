import * as z from 'zod/mini';
import { label } from './label.ts';

/** What a person hands to an agent with a task; the chips of the composer. `tab` is Chrome's tab id. */
export const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tab'), tab: z.number(), url: z.string(), title: z.string() }),
  z.object({ kind: z.literal('selection'), text: z.string(), url: z.string(), title: z.string(), tab: z.number() }),
  z.object({ kind: z.literal('link'), url: z.string(), text: z.string(), from: z.string() }),
  z.object({ kind: z.literal('image'), url: z.string(), from: z.string() }),
  z.object({
    kind: z.literal('artifact'),
    artifact: z.string(),
    version: z.number(),
    title: z.string(),
    /** Of the version handed over, title and all; written when the run starts. */
    label: z.optional(label),
  }),
]);
export type Input = z.infer<typeof input>;
