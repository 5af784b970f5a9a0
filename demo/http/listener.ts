import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange, Reply, Site } from './exchange.ts';

const maxBody = 256 * 1024;

class BodyTooLarge extends Error {}

/** Node's request listener over sites told apart by host name (no port). Errors become 413 or 500, never a hung socket. */
export const createListener =
  (siteOf: (hostname: string) => Site | undefined) => async (request: IncomingMessage, response: ServerResponse) => {
    const reply = await answer(siteOf, request).catch(failure);
    response.writeHead(reply.status, {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-length': Buffer.byteLength(reply.body),
      ...reply.headers,
    });
    response.end(request.method === 'HEAD' ? undefined : reply.body);
  };

const plain = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

const answer = async (siteOf: (hostname: string) => Site | undefined, request: IncomingMessage): Promise<Reply> => {
  const site = siteOf(hostname(request.headers.host ?? ''));
  if (!site) return plain(421, 'No such site is served here.\n');
  return site(await exchangeOf(request));
};

const hostname = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

const exchangeOf = async (request: IncomingMessage): Promise<Exchange> => {
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const body = await readBody(request);
  return {
    method: request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET'),
    path,
    query: new URLSearchParams(query),
    form: new URLSearchParams(body.replaceAll('%0D%0A', '%0A')),
  };
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBody) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const failure = (error: unknown): Reply => {
  if (error instanceof BodyTooLarge) return plain(413, 'That form is too large.\n');
  console.error(error);
  return plain(500, 'The demo server made a mistake; its terminal says which.\n');
};
