import * as z from 'zod/mini';
import { type ArtifactKind, artifactKind } from './artifact.ts';
import { type Json, json } from './json.ts';

/**
 * A playbook is data: steps in order, whose slots an engine fills. Anywhere in a template an object `{ref: "/pointer"}`
 * stands for a value: a JSON pointer into the scope (`/task`, `/inputs/…`, names that earlier steps bound with `as`).
 * With `each`, the value is a list and the pointer `each` is read from every element, lists joined into one.
 * A reference that stands directly in a list and finds a list joins that in; one that finds nothing leaves its place out.
 */
export const reference = z.strictObject({
  ref: z.string().check(z.startsWith('/')),
  each: z.optional(z.string().check(z.startsWith('/'))),
});
export type Reference = z.infer<typeof reference>;

export const MAX_STEPS = 64;
const name = z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,31}$/));
const otherwise = z._default(z.enum(['stop', 'skip']), 'stop');

export type Test = { is: 'present' | 'empty' | 'equal'; value: Json; to?: Json | undefined };
export type Step =
  | { do: 'call'; as: string; tool: string; args: Json; otherwise: 'stop' | 'skip' }
  | { do: 'think'; as: string; think: Json; otherwise: 'stop' | 'skip' }
  | { do: 'each'; as: string; over: Json; item: string; steps: Step[]; most: number }
  | { do: 'when'; test: Test; steps: Step[]; otherwise: Step[] }
  | { do: 'save'; as: string; kind: 'report' | 'draft'; args: Json }
  /** Hands work to another agent; inside `each`, to one for every item, side by side. */
  | {
      do: 'delegate';
      as: string;
      agent: string;
      task: Json;
      inputs: Json;
      expect: ArtifactKind[];
      otherwise: 'stop' | 'skip';
    };

const test = z.strictObject({ is: z.enum(['present', 'empty', 'equal']), value: json, to: z.optional(json) });

/** One step. `present` is neither absent, null, blank nor an empty list; `empty` its opposite; `equal` compares as JSON. */
export const step: z.ZodMiniType<Step> = z.lazy(() =>
  z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('call'), as: name, tool: z.string(), args: json, otherwise }),
    z.strictObject({ do: z.literal('think'), as: name, think: json, otherwise }),
    z.strictObject({
      do: z.literal('each'),
      as: name,
      over: json,
      item: name,
      steps: z.array(step).check(z.minLength(1)),
      most: z._default(z.int().check(z.gte(1), z.lte(40)), 20),
    }),
    z.strictObject({ do: z.literal('when'), test, steps: z.array(step), otherwise: z._default(z.array(step), []) }),
    z.strictObject({
      ...{ do: z.literal('delegate'), as: name, agent: z.string(), task: json, inputs: z._default(json, []) },
      ...{ expect: z._default(z.array(artifactKind).check(z.maxLength(3)), []), otherwise },
    }),
    z.strictObject({ do: z.literal('save'), as: name, kind: z.enum(['report', 'draft']), args: json }),
  ]),
);

/** Counts the steps of a list, nested ones too. */
export function countSteps(steps: readonly Step[]): number {
  return steps.reduce((sum, one) => {
    if (one.do === 'each') return sum + 1 + countSteps(one.steps);
    if (one.do === 'when') return sum + 1 + countSteps(one.steps) + countSteps(one.otherwise);
    return sum + 1;
  }, 0);
}

export const playbook = z.strictObject({
  id: name,
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  steps: z.array(step).check(
    z.minLength(1),
    z.refine((steps) => countSteps(steps) <= MAX_STEPS, `A playbook has at most ${MAX_STEPS} steps.`),
  ),
});
export type Playbook = z.infer<typeof playbook>;
