import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerWithFault, type Fault } from './stand-in-model-faults.ts';
import { planned } from './stand-in-model-plan.ts';
import { sendAnswer } from './stand-in-model-send.ts';
import { isThink, thought } from './stand-in-model-think.ts';
import { type Answer, type Body, isBody, parsed, words } from './stand-in-model-wire.ts';

export type { Fault } from './stand-in-model-faults.ts';

type StandInRequest = { method: string; path: string; headers: IncomingMessage['headers']; body?: Body };
export type StandInModel = {
  /** Ends in `/v1`. */
  baseUrl: string;
  model: string;
  /** Everything that was asked, oldest first. */
  requests: StandInRequest[];
  /** Used up in order, one per POST; more can be pushed at any time. */
  faults: Fault[];
  /** Connections that the client closed before its answer was whole. */
  hungUp: () => number;
  close: () => Promise<void>;
};

const MODEL = 'stand-in';

/**
 * Starts a stand-in for a model server. It speaks OpenAI's Chat Completions over HTTP and plans from the messages it is
 * sent: no model, no randomness, nothing known beforehand. `paceMs` passes between the pieces of a stream.
 */
export async function startStandInModel(
  options: { port?: number; faults?: readonly Fault[]; paceMs?: number } = {},
): Promise<StandInModel> {
  const requests: StandInRequest[] = [];
  const faults = [...(options.faults ?? [])];
  let hungUp = 0;

  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) hungUp += 1;
    });
    const path = new URL(request.url ?? '/', 'http://stand-in').pathname;
    const body = parsed(await textOf(request));
    requests.push({ method: request.method ?? '', path, headers: request.headers, ...(isBody(body) ? { body } : {}) });
    allowAnyOrigin(request, response);
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (path === '/v1/models')
      return sendJson(response, 200, { object: 'list', data: [{ id: MODEL, object: 'model' }] });
    if (path !== '/v1/chat/completions') return sendJson(response, 404, { error: { message: `Nothing at ${path}` } });
    const fault = faults.shift();
    if (answerWithFault(fault, response)) return;
    if (!isBody(body)) return sendJson(response, 400, { error: { message: 'messages are missing' } });
    await sendAnswer(response, { body, answer: answerTo(body), model: MODEL, fault, paceMs: options.paceMs ?? 0 });
  });

  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    model: MODEL,
    requests,
    faults,
    hungUp: () => hungUp,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function answerTo(body: Body): Answer {
  if (isThink(body)) return words(JSON.stringify(thought(body)));
  return (body.tools ?? []).length > 0 ? planned(body) : words('ok');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** As llama.cpp's server does. */
function allowAnyOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
}
