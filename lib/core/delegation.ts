import * as z from 'zod/mini';
import { artifactKind } from './artifact.ts';

/** What a run hands on, by reference: never a text of its own, only what it was handed, opened, made or read itself. */
export const handedRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tab'), tab: z.int() }),
  z.strictObject({ kind: z.literal('link'), url: z.string().check(z.maxLength(4000)) }),
  /** Counted from 0, as `read_selection` does. */
  z.strictObject({ kind: z.literal('selection'), index: z.int().check(z.gte(0)) }),
  z.object({ kind: z.literal('artifact'), artifact: z.string(), version: z.optional(z.int().check(z.positive())) }),
]);
export type HandedRef = z.infer<typeof handedRef>;

/** An order of one run to another agent. It names no budget: what is handed on bills the root, whose caps hold for all of the tree. */
export const delegation = z.strictObject({
  agent: z.string(),
  task: z.string().check(z.minLength(1), z.maxLength(20_000)),
  inputs: z.optional(z.array(handedRef).check(z.maxLength(20))),
  /** Kinds of artifact that have to come of it; without one of each, it came to nothing. */
  expect: z.optional(z.array(artifactKind).check(z.maxLength(3))),
});
export type Delegation = z.infer<typeof delegation>;

/** A run without a parent has depth 0. */
export const MAX_DEPTH = 3;
/** How many runs one run may hand work to. */
export const MAX_CHILDREN = 8;
