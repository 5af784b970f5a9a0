import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendAnswer } from './stand-in-model-send.ts';
import { type Body, isBody, parsed, words } from './stand-in-model-wire.ts';

type Calls = [tool: string, args: Record<string, unknown>][];
/** One turn of a model: what it calls, given what it was told. */
export type Turn = (told: { tab: number; text: string }) => Calls;

/**
 * A stand-in for a model that obeys whoever speaks last: it makes the calls of a script, turn by turn, and then says "I
 * am done." `tab` is the first tab that the task names, `text` everything it was told so far.
 */
export async function startObedientModel(turns: readonly Turn[]) {
  const asked: string[] = [];
  const told: Body['messages'][] = [];
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const body = parsed(await textOf(request));
    if (!isBody(body)) return response.writeHead(400).end();
    const text = textIn(body);
    asked.push(text);
    told.push(body.messages);
    const tab = Number(/- tab (\d+):/.exec(text)?.[1]);
    const calls = turns[asked.length - 1]?.({ tab, text }) ?? [];
    const answer =
      calls.length > 0 ? { text: '', calls: calls.map(([name, args]) => ({ name, args })) } : words('I am done.');
    await sendAnswer(response, { body: { ...body, stream: false }, answer, model: 'obedient', paceMs: 0 });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    engine: `http://127.0.0.1:${port}/v1#obedient`,
    /** All that it was told, once per turn. */
    asked,
    /** The same by message: who said what. */
    told,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const textIn = ({ messages }: Body) => messages.map((one) => one.content ?? '').join('\n');

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
