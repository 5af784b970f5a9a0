import * as z from 'zod/mini';
import { jsonObject } from './json.ts';

export const chatCall = z.object({ id: z.string(), tool: z.string(), arguments: z.string() });
/** A tool call as a model wrote it; `arguments` is text that may not parse. */
export type ChatCall = z.infer<typeof chatCall>;

export const chatMessage = z.discriminatedUnion('role', [
  z.object({ role: z.literal('system'), content: z.string() }),
  z.object({ role: z.literal('user'), content: z.string() }),
  z.object({ role: z.literal('assistant'), content: z.string(), calls: z.array(chatCall) }),
  z.object({ role: z.literal('tool'), call: z.string(), content: z.string() }),
]);
export type ChatMessage = z.infer<typeof chatMessage>;

/** A tool as a model is told of it; `parameters` is a JSON Schema. */
export const chatTool = z.object({ name: z.string(), description: z.string(), parameters: jsonObject });
export type ChatTool = z.infer<typeof chatTool>;

export const chatRequest = z.object({
  messages: z.array(chatMessage),
  tools: z.array(chatTool),
  maxTokens: z.number(),
});
export type ChatRequest = z.infer<typeof chatRequest>;

export const chatAnswer = z.object({ text: z.string(), calls: z.array(chatCall) });
export type ChatAnswer = z.infer<typeof chatAnswer>;
