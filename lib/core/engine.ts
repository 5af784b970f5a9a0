import * as z from 'zod/mini';
import { type ChatAnswer, type ChatRequest, chatRequest } from './chat.ts';
import { json } from './json.ts';
import { isLoopback } from './site.ts';
import { type ThinkAnswer, type ThinkRequest, thinkRequest } from './think.ts';

/** What can answer. The key of a hosted engine is kept apart (`secrets`), so that a config can be shown and exported. */
export const engineConfig = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('basic'), id: z.literal('basic'), name: z.string() }),
  z.object({
    kind: z.literal('openai'),
    id: z.string(),
    name: z.string(),
    baseUrl: z.string(),
    model: z.string(),
    /** `small` follows playbooks, `large` decides freely (DESIGN: three sizes of engine). */
    size: z.enum(['small', 'large']),
    contextTokens: z.int().check(z.positive()),
  }),
]);
export type EngineConfig = z.infer<typeof engineConfig>;

export const BASIC: EngineConfig = { kind: 'basic', id: 'basic', name: 'Basic, no AI' };

/** May see content of sites marked "on-device models only". */
export function isOnDevice(config: EngineConfig): boolean {
  return config.kind === 'basic' || isLoopback(config.baseUrl);
}

export const ask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('think'), think: thinkRequest, mend: z.optional(z.string()) }),
  z.object({ kind: z.literal('chat'), chat: chatRequest }),
  /** A real call of one token, for the connection test. */
  z.object({ kind: z.literal('probe') }),
]);
export type Ask = z.infer<typeof ask>;

export const usage = z.object({
  inputTokens: z.number().check(z.nonnegative()),
  outputTokens: z.number().check(z.nonnegative()),
  ms: z.number(),
  exact: z.boolean(),
});
export type Usage = z.infer<typeof usage>;

export const problemCode = z.enum([
  'unreachable',
  'unauthorized',
  'forbidden-origin',
  'not-found',
  'rate-limited',
  'server-error',
  'not-a-model-server',
  'cut',
  'timeout',
  'overflow',
  'refused',
  'no-permission',
  'unsupported',
  /** Content of a site that goes to engines on this device only. */
  'withheld',
  /** The engine threw: a fault of Annex. */
  'bug',
]);
/** Why an engine could not answer; `message` names the cause and the way out. */
export const problem = z.object({ code: problemCode, message: z.string(), retryAfterMs: z.optional(z.number()) });
export type Problem = z.infer<typeof problem>;

/** Estimated tokens of the partial text, where that itself is not kept any more. */
const written = z.optional(z.number());

export const askEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), answer: json, usage }),
  z.object({ kind: z.literal('malformed'), message: z.string(), text: z.string(), usage }),
  /** `usage` where the server had counted before it failed. */
  z.object({ kind: z.literal('failed'), problem, partial: z.string(), written, usage: z.optional(usage) }),
  /** `unsent`: it ended before anything was asked. */
  z.object({ kind: z.literal('aborted'), partial: z.string(), written, unsent: z.optional(z.literal(true)) }),
]);
export type AskEnd = z.infer<typeof askEnd>;

/** How an engine is called: `onText` gets the text so far grow; an abort ends with `signal.reason`. */
export type EngineCall = { signal: AbortSignal; onText: (delta: string) => void };

export type Answered<T> = { kind: 'answered'; answer: T; usage: Usage };
export type NotAnswered = Exclude<AskEnd, { kind: 'answered' }>;

/** Port of every engine: one bounded question with a schema. Never throws; what went wrong is an end. */
export type Think = (
  request: ThinkRequest,
  call: EngineCall & { mend?: string | undefined },
) => Promise<Answered<ThinkAnswer> | NotAnswered>;
/** Port of capable engines: messages and tools. Never throws. */
export type Chat = (request: ChatRequest, call: EngineCall) => Promise<Answered<ChatAnswer> | NotAnswered>;

export type Engine = {
  think: Think;
  chat?: Chat;
  /** Makes a real call of one token and says what came of it. */
  probe: (call: EngineCall) => Promise<Answered<string> | NotAnswered>;
};
