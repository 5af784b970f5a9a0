import * as z from 'zod/mini';

const call = z.object({
  index: z.pipe(
    z.nullish(z.number()),
    z.transform((index) => index ?? undefined),
  ),
  id: z.nullish(z.string()),
  function: z.pipe(
    z.nullish(
      z.object({
        name: z.nullish(z.string()),
        arguments: z.nullish(
          z.union([
            z.string(),
            z.pipe(
              z.record(z.string(), z.json()),
              z.transform((value) => JSON.stringify(value)),
            ),
          ]),
        ),
      }),
    ),
    z.transform((made) => made ?? undefined),
  ),
});

const said = z.object({
  content: z.nullish(
    z.union([
      z.string(),
      z.pipe(
        z.array(z.object({ text: z.optional(z.string()) })),
        z.transform((parts) => parts.map((part) => part.text ?? '').join('')),
      ),
    ]),
  ),
  refusal: z.nullish(z.string()),
  tool_calls: z.nullish(z.array(call)),
});

/** What is read of a chunk of a streamed answer; everything else that a server adds is passed over. */
export const chunk = z.object({
  choices: z.nullish(z.array(z.object({ delta: z.nullish(said), finish_reason: z.nullish(z.string()) }))),
  usage: z.catch(
    z.nullish(
      z.object({
        prompt_tokens: z.number().check(z.nonnegative()),
        completion_tokens: z.catch(z.number().check(z.nonnegative()), 0),
      }),
    ),
    undefined,
  ),
});
export type Chunk = z.infer<typeof chunk>;

/** An answer in one piece, from a server that does not stream, as a chunk. Calls get the indices they stand at. */
export const wholeAnswer = z.pipe(
  z.object({
    choices: z.array(z.object({ message: said, finish_reason: z.nullish(z.string()) })).check(z.minLength(1)),
    usage: z.optional(z.unknown()),
  }),
  z.transform(({ choices, usage }) =>
    chunk.parse({
      usage,
      choices: choices.map(({ message, finish_reason }) => ({
        finish_reason: finish_reason ?? 'stop',
        delta: { ...message, tool_calls: message.tool_calls?.map((one, index) => ({ ...one, index })) },
      })),
    }),
  ),
);
