import { APIConnectionError, APIError } from 'openai';
import type { Problem } from '#lib/core/engine.ts';
import { quoted, type Refusal, refusalProblem, type Server, serverName } from './problems.ts';
import { type Limits, retryAfterOf } from './watch.ts';

/** What the server said with an error status; `undefined` for errors that are none. */
export function refusalOf(error: unknown, now: number): Refusal | undefined {
  if (!(error instanceof APIError) || error.status === undefined) return undefined;
  return {
    status: error.status,
    words: wordsOf(error),
    code: codeOf(error),
    retryAfterMs: retryAfterOf(error.headers, now),
  };
}

/** Turns what was thrown into a problem that names cause and way out. `begun`: bytes of an answer had arrived. */
export function failureOf(error: unknown, server: Server, context: { begun: boolean; now: number }): Problem {
  const refusal = refusalOf(error, context.now);
  if (refusal) return refusalProblem(server, refusal);
  if (error instanceof APIConnectionError) return unreachable(server);
  if (error instanceof APIError) return brokeDown(server, error);
  if (context.begun || error instanceof SyntaxError) return cut(server);
  if (error instanceof TypeError) return unreachable(server);
  const words = error instanceof Error ? error.message : String(error);
  return {
    code: 'server-error',
    message: `${serverName(server)} could not be asked.${quoted(words, server.key)} Check it in Settings, under Engines.`,
  };
}

const unreachable = (server: Server): Problem => ({
  code: 'unreachable',
  message: `${serverName(server)} cannot be reached. Start it, or check the base address and that Annex may reach it in Settings, under Engines.`,
});

export const cut = (server: Server): Problem => ({
  code: 'cut',
  message: `${serverName(server)} broke off in the middle of its answer. What had arrived is kept; try again.`,
});

export const notAModelServer = (server: Server): Problem => ({
  code: 'not-a-model-server',
  message: `${serverName(server)} answered with something that is no model's answer, such as a web page. Check the base address in Settings, under Engines; it usually ends in /v1.`,
});

export const silent = (server: Server, limits: Limits, begun: boolean): Problem => {
  const ms = begun ? limits.silenceMs : limits.firstByteMs;
  const told = ms >= 1000 ? `${Math.round(ms / 1000)} seconds` : `${ms} ms`;
  return {
    code: 'timeout',
    message: `${serverName(server)} said nothing for ${told}. It may be busy or still loading the model; try again, or choose a smaller model.`,
  };
};

export const refusedByModel = (server: Server, words: string): Problem => ({
  code: 'refused',
  message: `The model "${server.model}" refused to answer.${quoted(words, server.key)} Put the task another way, or choose another model.`,
});

/** A header cannot carry it: it was never a key. */
export const keyIsNoKey = (server: Server): Problem => ({
  code: 'unauthorized',
  message: `The key for ${serverName(server).replace('The', 'the')} holds blanks or signs that no key has. Paste it again in Settings, under Engines.`,
});

/** An error that arrived inside a stream. */
function brokeDown(server: Server, error: APIError): Problem {
  const words = wordsOf(error);
  const status = Number(error.code) || (/rate.?limit/i.test(`${error.code} ${words}`) ? 429 : 500);
  return refusalProblem(server, { status, words, code: codeOf(error) });
}

function wordsOf(error: APIError): string {
  const body: unknown = error.error;
  const inner = typeof body === 'object' && body !== null && 'message' in body ? body.message : body;
  const told = typeof inner === 'string' ? inner : error.message.replace(/^\d{3}\s*/, '');
  return told === 'status code (no body)' ? '' : told;
}

const codeOf = (error: APIError): string => `${error.code ?? ''} ${error.param ?? ''}`;
