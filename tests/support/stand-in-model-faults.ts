import type { ServerResponse } from 'node:http';

/** Ways to misbehave, each for one HTTP request. Requests that a client repeats by itself use up one each. */
export type Fault =
  | '400-schema'
  | '400-usage'
  | '400-overflow'
  | '401'
  | '403'
  | '404'
  | '404-model'
  | '429'
  | '500'
  | 'html'
  | 'silence'
  | 'cut'
  | 'stall'
  | 'split'
  | 'malformed'
  | 'blanks'
  | 'length';

const json = { 'content-type': 'application/json' };
const said = (message: string, code?: string) => JSON.stringify({ error: { message, ...(code ? { code } : {}) } });

type Whole = { status: number; headers: Record<string, string>; body: string };
const WHOLE: Partial<Record<Fault, Whole>> = {
  '400-schema': { status: 400, headers: json, body: said('This response_format type is unavailable now') },
  '400-usage': { status: 400, headers: json, body: said('Unrecognized request argument supplied: stream_options') },
  '400-overflow': {
    status: 400,
    headers: json,
    body: said('the request exceeds the available context size', 'exceed_context_size_error'),
  },
  '401': { status: 401, headers: json, body: said('Incorrect API key provided') },
  '403': { status: 403, headers: {}, body: '' },
  '404': { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' },
  '404-model': { status: 404, headers: json, body: said('model "stand-in" not found, try pulling it first') },
  '429': { status: 429, headers: { ...json, 'retry-after': '90' }, body: said('Rate limit reached') },
  '500': { status: 500, headers: json, body: said('the model runner has stopped') },
  html: {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Router</title><h1>Sign in</h1>',
  },
};

/** Answers with a fault that replaces the whole answer; false for those that spoil a stream, which is still to be made. */
export function answerWithFault(fault: Fault | undefined, response: ServerResponse): boolean {
  // Headers never come; the client has to give up.
  if (fault === 'silence') return true;
  const whole = fault && WHOLE[fault];
  if (!whole) return false;
  response.writeHead(whole.status, whole.headers).end(whole.body);
  return true;
}
