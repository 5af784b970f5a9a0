import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JsonObject, jsonObject } from '#lib/core/json.ts';

type Asked = { headers: IncomingMessage['headers']; body: JsonObject };
type Handler = (response: ServerResponse, asked: Asked) => void;

const servers: { close: () => Promise<void> }[] = [];

/** A real HTTP server that answers POSTs by the handlers in turn, the last one for all that follow. */
export async function serve(
  ...handlers: Handler[]
): Promise<{ baseUrl: string; asked: Asked[]; hungUp: Promise<void> }> {
  const asked: Asked[] = [];
  const closed = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) closed.resolve();
    });
    let text = '';
    for await (const piece of request) text += piece;
    const one = { headers: request.headers, body: jsonObject.parse(JSON.parse(text)) };
    asked.push(one);
    handlers[Math.min(asked.length, handlers.length) - 1]?.(response, one);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  servers.push({
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, asked, hungUp: closed.promise };
}

export async function closeServers(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => server.close()));
}

export const status =
  (code: number, body: string | object = '', headers: Record<string, string> = {}): Handler =>
  (response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    response.writeHead(code, { 'content-type': type, ...headers }).end(text);
  };

/** Streams these chunks; without `[DONE]` the connection is dropped where they end. */
export const stream =
  (...events: (object | '[DONE]')[]): Handler =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events)
      response.write(`data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`);
    if (events.at(-1) === '[DONE]') response.end();
    else setImmediate(() => response.destroy());
  };

export const delta = (part: object, finish: string | null = null) => ({
  choices: [{ index: 0, delta: part, finish_reason: finish }],
});
export const say = (text: string): Handler =>
  stream(delta({ role: 'assistant', content: text }), delta({}, 'stop'), '[DONE]');
