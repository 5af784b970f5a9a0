import * as z from 'zod/mini';
import { json, jsonObject } from './json.ts';
import { label } from './label.ts';

export const capability = z.enum(['read', 'act', 'mail', 'calendar', 'files']);
export type Capability = z.infer<typeof capability>;

/** Class of a tool: `read`, `draft` (private, reversible), `act` (touches a page), `send` (leaves the user's space or can't be undone). */
export const effect = z.enum(['read', 'draft', 'act', 'send']);
export type Effect = z.infer<typeof effect>;

/** One request to use a tool. `id` is stable: a decider that is asked again yields the same id for the same call. */
export const call = z.object({
  id: z.string(),
  tool: z.string(),
  args: jsonObject,
  /** Labels by argument name; `*` covers those that are not named. */
  labels: z.record(z.string(), label),
});
export type Call = z.infer<typeof call>;

export const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), value: json, label, words: z.string() }),
  /** `label`: of a message that tells what another run has read. */
  z.object({ kind: z.literal('denied'), rule: z.string(), message: z.string(), label: z.optional(label) }),
  z.object({ kind: z.literal('failed'), message: z.string(), label: z.optional(label) }),
  z.object({ kind: z.literal('uncertain'), message: z.string() }),
]);
/** What came of a call. `message` tells the decider how to mend it; `words` tells the person what was done. */
export type Outcome = z.infer<typeof outcome>;
