import type { Engine, EngineConfig } from '#lib/core/engine.ts';
import type { ThinkKind } from '#lib/core/think.ts';
import { parseAnswer } from '../parse-answer.ts';
import { thinkMessages } from '../think-prompt.ts';
import { wireOf } from '../think-schema.ts';
import { createExchange } from './exchange.ts';
import { LIMITS, type Limits } from './watch.ts';

export type OpenAiOptions = {
  /** Empty for servers without one. Reaches the Authorization header and nothing else. */
  key: string;
  fetch?: typeof fetch;
  /** `chrome-extension://…`, for the hint to a server that refuses extensions. */
  extensionOrigin?: string | undefined;
  limits?: Limits;
  now?: () => number;
};

/** Tokens that an answer may take. */
const ANSWER_TOKENS: Record<ThinkKind, number> = { summarise: 3000, extract: 1500, classify: 3000, draft: 2000 };
/** JSON needs no more blanks in a row than an indent; prose and code may. */
const BLANKS = { json: 40, prose: 400 };

/** An engine behind a server that speaks OpenAI's Chat Completions: hosted, on the network or on this machine. */
export function createOpenAiEngine(config: Extract<EngineConfig, { kind: 'openai' }>, options: OpenAiOptions): Engine {
  const exchange = createExchange({
    server: {
      baseUrl: config.baseUrl,
      model: config.model,
      key: options.key,
      extensionOrigin: options.extensionOrigin,
    },
    contextTokens: config.contextTokens,
    limits: options.limits ?? LIMITS,
    now: options.now ?? Date.now,
    // Called bare: browsers refuse a `fetch` that hangs on another object. A redirect could lead off this device, or away
    // with what was asked; whoever set the server up named it, and no other.
    fetch: options.fetch ?? ((input, init) => fetch(input, { ...init, redirect: 'error' })),
  });
  const temperature = config.size === 'small' ? 0.2 : undefined;

  return {
    think: async (request, { mend, ...call }) => {
      const wire = wireOf(request);
      const said = await exchange(
        {
          messages: thinkMessages(request, wire.told, mend),
          tools: [],
          schema: { name: request.kind, schema: wire.json },
          maxTokens: Math.min(ANSWER_TOKENS[request.kind], Math.ceil(config.contextTokens / 4)),
          temperature,
          mostBlanks: BLANKS.json,
          retries: 2,
        },
        call,
      );
      if (said.kind !== 'said') return said;
      const { text, usage } = said;
      const parsed = parseAnswer(text, wire.schema);
      if (parsed.ok) return { kind: 'answered', answer: parsed.answer, usage };
      return { kind: 'malformed', message: said.finish === 'length' ? TOO_LONG : parsed.message, text, usage };
    },

    chat: async (request, call) => {
      const said = await exchange({ ...request, temperature, mostBlanks: BLANKS.prose, retries: 2 }, call);
      if (said.kind !== 'said') return said;
      const { text, calls, finish, usage } = said;
      if (finish === 'length') return { kind: 'malformed', message: TOO_LONG, text, usage };
      if (text.trim() === '' && calls.length === 0) return { kind: 'malformed', message: SAID_NOTHING, text, usage };
      return { kind: 'answered', answer: { text, calls }, usage };
    },

    probe: async (call) => {
      const messages = [{ role: 'user' as const, content: 'Say ok.' }];
      const said = await exchange({ messages, tools: [], maxTokens: 1, mostBlanks: BLANKS.prose, retries: 0 }, call);
      if (said.kind !== 'said') return said;
      return { kind: 'answered', answer: said.text.trim() || 'ok', usage: said.usage };
    },
  };
}

const TOO_LONG = 'The answer was cut off because it is too long. Answer again, and shorter.';
const SAID_NOTHING = 'The answer was empty. Call a tool, or say in words what was done.';
