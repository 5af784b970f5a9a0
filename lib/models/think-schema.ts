import * as z from 'zod/mini';
import { type JsonObject, jsonObject } from '#lib/core/json.ts';
import { type ThinkAnswer, type ThinkRequest, thinkAnswers } from '#lib/core/think.ts';
import { completePicks } from './complete.ts';

/** More ids than this make a schema too long for small models; ids are then checked after the answer only. */
const MOST_IDS = 100;

/** What a model is asked to write for a request, and how that becomes the answer. */
export type Wire = {
  schema: z.ZodMiniType<ThinkAnswer>;
  /** The same as JSON Schema, for servers that bind their answers. */
  json: JsonObject;
  /** Without the list of ids, short enough to be told in words too. */
  told: JsonObject;
};

/** The schema of a request's answer, its ids bound to the material. Parsing it yields the answer whole. */
export function wireOf(request: ThinkRequest): Wire {
  const ids = [...new Set(request.material.map((piece) => piece.id))];
  return {
    schema: z.pipe(
      shapeOf(request, ids),
      z.transform((answer) => whole(request, answer)),
    ),
    json: schemaOf(shapeOf(request, ids.length <= MOST_IDS ? ids : [])),
    told: schemaOf(shapeOf(request, [])),
  };
}

function schemaOf(shape: z.ZodMiniType): JsonObject {
  const made = z.toJSONSchema(shape, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => strict(jsonSchema),
  });
  const { $schema: _, ...schema } = jsonObject.parse(made);
  return schema;
}

/** With `ids` empty, any id is let through. */
function shapeOf(request: ThinkRequest, ids: readonly string[]) {
  const [first, ...rest] = ids;
  const id = first === undefined ? z.string() : z.enum([first, ...rest]);
  switch (request.kind) {
    case 'summarise': {
      const claim = z.object({ text: z.string().check(z.minLength(1)), cites: z.array(id).check(z.minLength(1)) });
      const section = z.object({
        heading: z.string(),
        claims: z.array(claim).check(z.meta(atMostItems(request.most))),
      });
      return z.object({
        title: z.string().check(z.minLength(1)),
        sections: z.array(section).check(z.minLength(1), z.meta(atMostItems(request.most))),
      });
    }
    case 'extract': {
      const pick = request.want === 'relevant' ? z.object({ id }) : z.object({ id, value: z.string() });
      return z.object({ picks: z.array(pick).check(z.meta(atMostItems(request.most))) });
    }
    case 'classify': {
      const item = z.object({ id, label: z.enum(request.options), why: z.string() });
      return z.object({ items: z.array(item).check(z.meta(atMostItems(request.material.length))) });
    }
    case 'draft':
      return thinkAnswers.draft;
  }
}

/** Told to the server only: small models go on and on without it, and an answer with more is cut, not refused. */
const atMostItems = (most: number) => ({ maxItems: Math.max(1, most) });

function whole(request: ThinkRequest, answer: unknown): ThinkAnswer {
  if (request.kind === 'summarise') return atMost(thinkAnswers.summarise.parse(answer), request.most);
  if (request.kind === 'draft') return thinkAnswers.draft.parse(answer);
  if (request.kind === 'classify') return { items: firstOfEach(thinkAnswers.classify.parse(answer).items) };
  const { picks } = z
    .object({ picks: z.array(z.object({ id: z.string(), value: z._default(z.string(), '') })) })
    .parse(answer);
  return { picks: completePicks(request, picks) };
}

const firstOfEach = <T extends { id: string }>(items: readonly T[]): T[] =>
  [...new Map(items.toReversed().map((item) => [item.id, item])).values()].reverse();

function atMost(answer: ThinkAnswer<'summarise'>, most: number): ThinkAnswer<'summarise'> {
  let left = most;
  const sections = answer.sections.map((section) => {
    const claims = section.claims.slice(0, left);
    left -= claims.length;
    return { ...section, claims };
  });
  const full = sections.filter((section) => section.claims.length > 0);
  return { ...answer, sections: full.length > 0 ? full : sections.slice(0, 1) };
}

/** Strict servers want every object closed, and refuse some limits that the answer is checked for anyway. */
function strict(schema: { type?: unknown; additionalProperties?: unknown; minLength?: unknown }): void {
  delete schema.minLength;
  if (schema.type === 'object') schema.additionalProperties = false;
}
