import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './stand-in-model-faults.ts';
import type { Answer, Body } from './stand-in-model-wire.ts';

type Sending = { body: Body; answer: Answer; model: string; fault?: Fault | undefined; paceMs: number };

/** Sends an answer in one piece or as a stream of server-sent events, spoilt by the fault where there is one. */
export async function sendAnswer(response: ServerResponse, sending: Sending): Promise<void> {
  const { body, fault } = sending;
  const answer = spoilt(sending.answer, fault);
  const cut = body.max_tokens === 1 ? { ...answer, text: answer.text.slice(0, 4) } : answer;
  if (!body.stream) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(wholeOf(cut, sending)));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const events = eventsOf(cut, sending).map(
    (event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`,
  );
  const half = Math.ceil(events.length / 2);
  for (const [at, event] of events.entries()) {
    if (response.closed) return;
    if (fault === 'cut' && at === half) return void response.destroy();
    // The connection stays open and nothing more comes.
    if (fault === 'stall' && at === half) return;
    for (const bytes of fault === 'split' ? everyThree(Buffer.from(event)) : [event]) response.write(bytes);
    // A turn of the event loop even without pace, so that pieces leave apart.
    await pause(sending.paceMs);
  }
  response.end();
}

function spoilt(answer: Answer, fault: Fault | undefined): Answer {
  if (fault === 'blanks') return { text: `{"title": ${' '.repeat(500)}`, calls: [] };
  if (fault === 'length') return { ...answer, text: answer.text.slice(0, answer.text.length / 2) };
  if (fault === 'malformed' && answer.calls.length === 0)
    return { text: `Sure! ${answer.text.slice(0, answer.text.length / 2)}`, calls: [] };
  return answer;
}

const argumentsOf = (args: Record<string, unknown>, fault: Fault | undefined) =>
  fault === 'malformed' ? JSON.stringify(args).slice(0, -2) : JSON.stringify(args);

function wholeOf(answer: Answer, { body, model, fault }: Sending) {
  const tool_calls = answer.calls.map((call, index) => ({
    id: idOf(body, index),
    type: 'function',
    function: { name: call.name, arguments: argumentsOf(call.args, fault) },
  }));
  const message = { role: 'assistant', content: answer.text || null, ...(tool_calls.length > 0 ? { tool_calls } : {}) };
  return {
    id: 'stand-in-answer',
    object: 'chat.completion',
    model,
    choices: [{ index: 0, message, finish_reason: finishOf(answer, body, fault) }],
    usage: usageOf(body, answer),
  };
}

function eventsOf(answer: Answer, { body, model, fault }: Sending): unknown[] {
  const frame = (delta: unknown, finish_reason: string | null = null) => ({
    id: 'stand-in-answer',
    object: 'chat.completion.chunk',
    model,
    choices: [{ index: 0, delta, finish_reason }],
  });
  const pieces = answer.text.match(/[\s\S]{1,12}/gu) ?? [];
  return [
    frame({ role: 'assistant', content: '' }),
    ...pieces.map((content) => frame({ content })),
    ...answer.calls.flatMap((call, index) => {
      const name = { index, id: idOf(body, index), type: 'function', function: { name: call.name, arguments: '' } };
      const parts = argumentsOf(call.args, fault).match(/[\s\S]{1,24}/gu) ?? [];
      return [
        frame({ tool_calls: [name] }),
        ...parts.map((part) => frame({ tool_calls: [{ index, function: { arguments: part } }] })),
      ];
    }),
    frame({}, finishOf(answer, body, fault)),
    ...(body.stream_options?.include_usage
      ? [{ id: 'stand-in-answer', choices: [], usage: usageOf(body, answer) }]
      : []),
    '[DONE]',
  ];
}

/** Unique within a conversation: it grows with every message. */
const idOf = (body: Body, index: number) => `call-${body.messages.length}-${index}`;

function finishOf(answer: Answer, body: Body, fault: Fault | undefined): string {
  if (fault === 'length' || body.max_tokens === 1) return 'length';
  return answer.calls.length > 0 ? 'tool_calls' : 'stop';
}

function usageOf(body: Body, answer: Answer) {
  const prompt_tokens = Math.ceil(JSON.stringify([body.messages, body.tools ?? []]).length / 4);
  const completion_tokens = Math.ceil((answer.text.length + JSON.stringify(answer.calls).length) / 4);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

function everyThree(bytes: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / 3) }, (_, at) => bytes.subarray(at * 3, at * 3 + 3));
}
