import * as z from 'zod';

const call = z.object({
  index: z
    .number()
    .nullish()
    .transform((index) => index ?? undefined),
  id: z.string().nullish(),
  function: z
    .object({
      name: z.string().nullish(),
      arguments: z
        .union([z.string(), z.record(z.string(), z.json()).transform((value) => JSON.stringify(value))])
        .nullish(),
    })
    .nullish()
    .transform((made) => made ?? undefined),
});

const said = z.object({
  content: z
    .union([
      z.string(),
      z
        .array(z.object({ text: z.string().optional() }))
        .transform((parts) => parts.map((part) => part.text ?? '').join('')),
    ])
    .nullish(),
  refusal: z.string().nullish(),
  tool_calls: z.array(call).nullish(),
});

/** What is read of a chunk of a streamed answer; everything else that a server adds is passed over. */
export const chunk = z.object({
  choices: z.array(z.object({ delta: said.nullish(), finish_reason: z.string().nullish() })).nullish(),
  usage: z
    .object({ prompt_tokens: z.number().nonnegative(), completion_tokens: z.number().nonnegative().catch(0) })
    .nullish()
    .catch(undefined),
});
export type Chunk = z.infer<typeof chunk>;

/** An answer in one piece, from a server that does not stream, as a chunk. Calls get the indices they stand at. */
export const wholeAnswer = z
  .object({
    choices: z.array(z.object({ message: said, finish_reason: z.string().nullish() })).min(1),
    usage: z.unknown().optional(),
  })
  .transform(({ choices, usage }) =>
    chunk.parse({
      usage,
      choices: choices.map(({ message, finish_reason }) => ({
        finish_reason: finish_reason ?? 'stop',
        delta: { ...message, tool_calls: message.tool_calls?.map((one, index) => ({ ...one, index })) },
      })),
    }),
  );
