import type { Problem } from '#lib/core/engine.ts';
import { isLoopback } from '#lib/core/site.ts';

/** The server as its problems name it. `key` is only here to be kept out of every sentence. */
export type Server = { baseUrl: string; model: string; key: string; extensionOrigin?: string | undefined };

/** What a server answered that is no answer. `words` are its own, `code` what it adds for programs. */
export type Refusal = { status: number; words: string; code?: string | undefined; retryAfterMs?: number | undefined };

const OVERFLOW =
  /exceed_context_size|context_length_exceeded|context (?:size|length|window)|maximum context|prompt is too long|too many tokens|input is too long/i;

const hostOf = (baseUrl: string) => (URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl);
export const serverName = (server: Server): string => `The server at ${hostOf(server.baseUrl)}`;

/** Cause and way out of an answer with an error status. */
export function refusalProblem(server: Server, refusal: Refusal): Problem {
  const { status, retryAfterMs } = refusal;
  const name = serverName(server);
  const own = quoted(refusal.words, server.key);
  const words = `${refusal.words} ${refusal.code ?? ''}`;
  if (OVERFLOW.test(words)) return overflowProblem(server);
  switch (status) {
    case 401:
      return server.key
        ? {
            code: 'unauthorized',
            message: `${name} did not accept the key (401). Check the key in Settings, under Engines.`,
          }
        : { code: 'unauthorized', message: `${name} asks for a key (401). Add one in Settings, under Engines.` };
    case 402:
      return {
        code: 'refused',
        message: `${name} wants to be paid first (402).${own} Top up the account, or choose another engine.`,
      };
    case 403:
      return forbidden(server, words, own);
    case 404:
    case 405:
      return missing(server, status, words, own);
    case 429:
      return limited(server, words, own, retryAfterMs);
  }
  if (status === 503 && /loading/i.test(words)) {
    const message = `${name} is still loading the model "${server.model}" (503). Try again in a minute.`;
    return { code: 'server-error', message, retryAfterMs: retryAfterMs ?? 15_000 };
  }
  if (status >= 500 || status === 408 || status === 409) {
    const again = retryAfterMs === undefined ? {} : { retryAfterMs };
    return {
      code: 'server-error',
      message: `${name} failed (${status}).${own} Try again, or look at the server's own log.`,
      ...again,
    };
  }
  if (/does not support tools|tool(?:s| use| calling).*(?:not|un)\s?support|support.*tool use/i.test(words)) {
    return {
      code: 'unsupported',
      message: `The model "${server.model}" cannot use tools.${own} Mark it as a small engine in Settings, so that playbooks lead it, or choose another model.`,
    };
  }
  if (/model.*(?:not found|does not exist|not exist|unknown)|(?:unknown|invalid) model/i.test(words))
    return missing(server, status, words, own);
  return {
    code: 'unsupported',
    message: `${name} did not understand the request (${status}).${own} Check the base address and the model in Settings, under Engines.`,
  };
}

function forbidden(server: Server, words: string, own: string): Problem {
  const name = serverName(server);
  if (!isLoopback(server.baseUrl) && !/origin|cors/i.test(words)) {
    return {
      code: 'unauthorized',
      message: `${name} refused the request (403).${own} The key may not cover the model "${server.model}"; check both in Settings, under Engines.`,
    };
  }
  const origin = server.extensionOrigin ?? 'chrome-extension://*';
  return {
    code: 'forbidden-origin',
    message: `${name} refused the request (403). It does not accept extensions yet. Let Annex mend this in Settings, or start the server with OLLAMA_ORIGINS=${origin}.`,
  };
}

function missing(server: Server, status: number, words: string, own: string): Problem {
  const name = serverName(server);
  if (/model/i.test(words)) {
    return {
      code: 'not-found',
      message: `${name} has no model named "${server.model}" (${status}). Load it there, or choose one that the server lists.`,
    };
  }
  const way = /\/v\d+[a-z]*\/?$/.test(server.baseUrl)
    ? 'Check the base address in Settings, under Engines.'
    : 'The base address most likely has to end in /v1.';
  return { code: 'not-found', message: `${name} has nothing at ${server.baseUrl} (${status}).${own} ${way}` };
}

function limited(server: Server, words: string, own: string, retryAfterMs: number | undefined): Problem {
  if (/insufficient_quota|quota|credit|billing/i.test(words)) {
    return {
      code: 'refused',
      message: `${serverName(server)} says that the account has no credit left (429).${own} Top it up, or choose another engine.`,
    };
  }
  const wait =
    retryAfterMs === undefined ? 'Try again in a minute' : `It takes requests again in ${seconds(retryAfterMs)}`;
  return {
    code: 'rate-limited',
    message: `${serverName(server)} takes no more requests for now (429). ${wait}, or choose another engine.`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

export function overflowProblem(server: Server, sizes?: { needs: number; fits: number }): Problem {
  const told = sizes ? ` (about ${sizes.needs} tokens; ${sizes.fits} fit)` : '';
  return {
    code: 'overflow',
    message: `The text is longer than the model "${server.model}" can read at once${told}. Hand over fewer pages, or choose an engine with a longer context.`,
  };
}

/** The server's words, shortened, without markup and without the key. */
export function quoted(words: string, key: string): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  if (flat === '' || flat.startsWith('<')) return '';
  const safe = key ? flat.replaceAll(key, '[key]') : flat;
  const short = safe.length > 200 ? `${safe.slice(0, 200)}…` : safe;
  return ` It says: "${short.replace(/[.\s]+$/, '')}".`;
}

const seconds = (ms: number): string => {
  const whole = Math.ceil(ms / 1000);
  if (whole === 1) return '1 second';
  return whole < 120 ? `${whole} seconds` : `${Math.ceil(whole / 60)} minutes`;
};
