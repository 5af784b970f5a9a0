import * as z from 'zod/mini';
import { capability, effect } from './call.ts';
import { json } from './json.ts';

/** Where one control value came from, in a form that the card can show and the audit can keep. */
export const control = z.object({
  name: z.string(),
  value: z.string(),
  /** `field`: it stands whole in a field of something that the person pointed at. */
  from: z.enum(['user', 'contact', 'field', 'link', 'agent', 'site']),
  words: z.string(),
  /** The page that the value came from, where it came from one. */
  url: z.optional(z.string()),
});
export type Control = z.infer<typeof control>;

export const scope = z.enum(['once', 'run', 'always']);
export type Scope = z.infer<typeof scope>;

export const approvalAnswer = z.object({
  kind: z.enum(['allow', 'refuse', 'expire']),
  scope,
  /** Mended fields of the payload, by name; only fields listed in `editable`. */
  edit: z.optional(z.record(z.string(), z.string())),
  by: z.enum(['user', 'policy']),
  at: z.number(),
});
export type ApprovalAnswer = z.infer<typeof approvalAnswer>;

/** A parked question to the person about one call; durable, answered once. */
export const approval = z.object({
  id: z.string(),
  run: z.string(),
  root: z.string(),
  agent: z.string(),
  call: z.string(),
  tool: z.string(),
  capability,
  effect,
  site: z.string(),
  /** The outcome in words: "Send to mira@example.org". */
  headline: z.string(),
  /** Exactly what the call will use; for `send`, the form as it stands on the page. */
  payload: json,
  reasons: z.array(z.string()),
  controls: z.array(control),
  editable: z.array(z.string()),
  scopes: z.array(scope),
  /** The verbs of the buttons. */
  verbs: z.object({ allow: z.string(), refuse: z.string() }),
  createdAt: z.number(),
  expiresAt: z.number(),
  answer: z.optional(approvalAnswer),
  /** What came of the call, in words, once it ended. */
  outcome: z.optional(z.string()),
});
export type Approval = z.infer<typeof approval>;

/** An approval that nobody answers ends as a denial after 72 hours. */
export const APPROVAL_LIFETIME_MS = 72 * 3600 * 1000;
