import { createServer, type ServerResponse } from 'node:http';

export type EndlessModel = {
  /** Ends in `/v1`. */
  baseUrl: string;
  /** The next answer that is under way; `closed` yields the moment at which its connection closed, ms since the epoch. */
  streaming: () => Promise<{ closed: Promise<number> }>;
  close: () => Promise<void>;
};

const EVERY_MS = 20;

/** A model server whose answers never end, and that notes when nobody listens any more. */
export async function startEndlessModel(): Promise<EndlessModel> {
  const waiting: ((one: { closed: Promise<number> }) => void)[] = [];
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
    if (request.method === 'OPTIONS') return response.end();
    const closed = new Promise<number>((done) => response.on('close', () => done(Date.now())));
    stream(response);
    return waiting.shift()?.({ closed });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
    streaming: () => new Promise((found) => waiting.push(found)),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const piece = { id: 'x', object: 'chat.completion.chunk', created: 0, model: 'endless' };
  const timer = setInterval(() => {
    const choices = [{ index: 0, delta: { role: 'assistant', content: 'word ' }, finish_reason: null }];
    response.write(`data: ${JSON.stringify({ ...piece, choices })}\n\n`);
  }, EVERY_MS);
  response.on('close', () => clearInterval(timer));
}
