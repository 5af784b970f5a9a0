import OpenAI from 'openai';
import type { ChatCall, ChatMessage, ChatTool } from '#lib/core/chat.ts';
import type { EngineCall, NotAnswered, Usage } from '#lib/core/engine.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { bodyOf } from './body.ts';
import { chunk, wholeAnswer } from './chunk.ts';
import { cut, failureOf, keyIsNoKey, notAModelServer, refusalOf, refusedByModel, silent } from './failure.ts';
import { allFeatures, relax } from './features.ts';
import { overflowProblem, type Server } from './problems.ts';
import { nothingStreamed, readStream, type Streamed } from './stream.ts';
import { estimateTokens, overflows, wasCutSilently } from './tokens.ts';
import { type Limits, type Watch, watchFetch } from './watch.ts';

/** One request to a model. `schema` binds the answer where the server can. */
export type Exchange = {
  messages: readonly ChatMessage[];
  tools: readonly ChatTool[];
  schema?: { name: string; schema: JsonObject };
  maxTokens: number;
  temperature?: number | undefined;
  /** Blanks in a row after which an answer counts as run away. */
  mostBlanks: number;
  retries: number;
};
type Said = { kind: 'said'; text: string; calls: ChatCall[]; finish: string; usage: Usage };
export type Exchanged = Said | NotAnswered;

export type ExchangeDeps = {
  server: Server;
  contextTokens: number;
  limits: Limits;
  now: () => number;
  fetch: typeof fetch;
};

/** Makes one request after another to one server and remembers what it refused. Never throws. */
export function createExchange(deps: ExchangeDeps): (request: Exchange, call: EngineCall) => Promise<Exchanged> {
  const { server, limits, now } = deps;
  let features = allFeatures;

  const attempt = async (
    request: Exchange,
    call: EngineCall,
    into: Streamed,
    watch: Watch,
  ): Promise<'not-a-model' | undefined> => {
    const client = clientFor(server, watch.fetch, request.retries);
    const sent = client.chat.completions.create(bodyOf(server.model, request, features), { signal: watch.signal });
    const { data, response } = await sent.withResponse();
    const type = response.headers.get('content-type') ?? '';
    const options = { onText: call.onText, mostBlanks: request.mostBlanks };
    if (/html/i.test(type)) return 'not-a-model';
    if (/^application\/json/i.test(type)) {
      const whole = wholeAnswer.safeParse(await response.json());
      if (!whole.success) return 'not-a-model';
      await readStream(only(whole.data), into, options);
      return undefined;
    }
    await readStream(parsed(data), into, options);
    return into.chunks === 0 && !watch.timedOut() && !watch.sawDone() ? 'not-a-model' : undefined;
  };

  const once = async (request: Exchange, call: EngineCall): Promise<Exchanged | 'relaxed'> => {
    const startedAt = now();
    const watch = watchFetch(deps.fetch, limits, call.signal);
    const into = nothingStreamed();
    try {
      const verdict = await attempt(request, call, into, watch);
      if (call.signal.aborted) return { kind: 'aborted', partial: into.text };
      if (watch.timedOut()) return failed(silent(server, limits, into.chunks > 0), into);
      if (verdict) return failed(notAModelServer(server), into);
      return endOf(into, { request, server, whole: watch.sawDone(), ms: now() - startedAt });
    } catch (error) {
      if (call.signal.aborted) return { kind: 'aborted', partial: into.text };
      if (watch.timedOut()) return failed(silent(server, limits, into.chunks > 0), into);
      const refusal = refusalOf(error, now());
      const relaxed =
        refusal &&
        (refusal.status === 400 || refusal.status === 422) &&
        relax(features, `${refusal.words} ${refusal.code}`);
      if (relaxed) {
        features = relaxed;
        return 'relaxed';
      }
      return failed(failureOf(error, server, { begun: into.chunks > 0, now: now() }), into);
    } finally {
      watch.close();
    }
  };

  return async (request, call) => {
    if (call.signal.aborted) return { kind: 'aborted', partial: '' };
    if (!/^[\x21-\x7e]*$/.test(server.key)) return failed(keyIsNoKey(server), nothingStreamed());
    const needs = promptTokens(request);
    if (overflows(needs, deps.contextTokens)) {
      return failed(overflowProblem(server, { needs, fits: deps.contextTokens }), nothingStreamed());
    }
    for (;;) {
      // Ends: each turn of this loop leaves out one more of a handful of features.
      const exchanged = await once(request, call);
      if (exchanged !== 'relaxed') return exchanged;
    }
  };
}

type Failed = Extract<NotAnswered, { kind: 'failed' }>;
const failed = (problem: Failed['problem'], into: Streamed): Failed => ({
  kind: 'failed',
  problem,
  partial: into.text,
});

/** What a stream that ran to its end amounts to. */
function endOf(into: Streamed, context: { request: Exchange; server: Server; whole: boolean; ms: number }): Exchanged {
  const { request, server, ms } = context;
  const usage = usageOf(into, request, ms);
  if (into.blank) {
    const message =
      'The answer ran into endless blank space. Answer again, compactly, without line breaks between the parts.';
    return { kind: 'malformed', message, text: into.text.trimEnd(), usage };
  }
  if (into.endless) {
    const message = 'The answer was far too long and was cut off. Answer again, and much shorter.';
    return { kind: 'malformed', message, text: into.text.slice(0, 2000), usage };
  }
  if (into.refusal !== '' || into.finish === 'content_filter')
    return { ...failed(refusedByModel(server, into.refusal), into), usage };
  if (into.finish === undefined && !context.whole) return failed(cut(server), into);
  if (usage.exact && wasCutSilently(promptTokens(request), usage.inputTokens)) {
    const sizes = { needs: promptTokens(request), fits: usage.inputTokens };
    return { ...failed(overflowProblem(server, sizes), into), usage };
  }
  return { kind: 'said', text: into.text, calls: into.calls, finish: into.finish ?? 'stop', usage };
}

function usageOf(into: Streamed, request: Exchange, ms: number): Usage {
  if (into.usage) return { ...into.usage, ms, exact: true };
  const output = into.text + into.calls.map((call) => call.tool + call.arguments).join('');
  return { inputTokens: promptTokens(request), outputTokens: estimateTokens(output), ms, exact: false };
}

function promptTokens({ messages, tools }: Exchange): number {
  return estimateTokens(
    messages.map((message) => message.content).join('\n') + (tools.length > 0 ? JSON.stringify(tools) : ''),
  );
}

/** The client adds headers that tell of the machine; they are left out, and so is a key that is not there. */
function clientFor(server: Server, watched: typeof fetch, maxRetries: number): OpenAI {
  const told = ['lang', 'package-version', 'os', 'arch', 'runtime', 'runtime-version', 'retry-count', 'timeout'];
  return new OpenAI({
    apiKey: server.key || 'none',
    baseURL: server.baseUrl,
    organization: null,
    project: null,
    dangerouslyAllowBrowser: true,
    maxRetries,
    timeout: 30 * 60_000,
    logLevel: 'off',
    fetch: watched,
    defaultHeaders: {
      ...Object.fromEntries(told.map((name) => [`x-stainless-${name}`, null])),
      ...(server.key ? {} : { Authorization: null }),
    },
  });
}

async function* parsed(data: AsyncIterable<unknown>) {
  for await (const one of data) {
    const read = chunk.safeParse(one);
    if (read.success) yield read.data;
  }
}

async function* only<T>(value: T) {
  yield value;
}
