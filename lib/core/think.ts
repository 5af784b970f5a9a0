import * as z from 'zod/mini';

/** One piece of what a think is about. `source` says which document it belongs to, for spreading and comparing. */
export const material = z.object({
  id: z.string(),
  text: z.string(),
  source: z.optional(z.string()),
  heading: z.optional(z.string()),
  /** What a pick of this piece yields instead of its text: a link's address. */
  value: z.optional(z.string()),
});
export type Material = z.infer<typeof material>;

const common = { question: z.string(), material: z.array(material) };

/** One bounded question to an engine. Every engine answers every kind; the answer's shape follows from the kind. */
export const thinkRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('summarise'), ...common, most: z.int().check(z.positive()) }),
  z.object({
    kind: z.literal('extract'),
    ...common,
    want: z.enum(['relevant', 'dates', 'addresses']),
    most: z.int().check(z.positive()),
  }),
  z.object({ kind: z.literal('classify'), ...common, options: z.array(z.string()).check(z.minLength(1)) }),
  z.object({ kind: z.literal('draft'), ...common }),
]);
export type ThinkRequest = z.infer<typeof thinkRequest>;

export const claim = z.object({ text: z.string().check(z.minLength(1)), cites: z.array(z.string()) });
export type Claim = z.infer<typeof claim>;

export const section = z.object({ heading: z.string(), claims: z.array(claim) });
export type Section = z.infer<typeof section>;

/** Answers, by kind. Ids name material of the request; an id that is not there makes the answer malformed. */
export const thinkAnswers = {
  summarise: z.object({ title: z.string().check(z.minLength(1)), sections: z.array(section).check(z.minLength(1)) }),
  extract: z.object({ picks: z.array(z.object({ id: z.string(), value: z.string() })) }),
  classify: z.object({ items: z.array(z.object({ id: z.string(), label: z.string(), why: z.string() })) }),
  draft: z.object({ subject: z.string(), body: z.string().check(z.minLength(1)) }),
} as const;

export type ThinkKind = ThinkRequest['kind'];
export type ThinkAnswer<K extends ThinkKind = ThinkKind> = z.infer<(typeof thinkAnswers)[K]>;
