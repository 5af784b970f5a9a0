import { afterEach, expect, it } from 'vitest';
import type { ChatRequest } from '#lib/core/chat.ts';
import { closeServers, delta, say, serve, status, stream } from '../../../tests/support/stand-in-model-odd.ts';
import { engineAt, watching } from './engine.test-support.ts';

afterEach(closeServers);

const request: ChatRequest = { messages: [{ role: 'user', content: 'hello' }], tools: [], maxTokens: 50 };
const call = (index: number | undefined, id: string | undefined, name: string | undefined, args: string) =>
  delta({ tool_calls: [{ index, id, function: { name, arguments: args } }] });

it('streams text as it comes, even when letters are cut between packets', async () => {
  const { baseUrl } = await serve((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const bytes = Buffer.from(
      `data: ${JSON.stringify(delta({ content: 'Zürich 東京 🦊' }))}\n\ndata: ${JSON.stringify(delta({}, 'stop'))}\n\ndata: [DONE]\n\n`,
    );
    const send = (at: number) => {
      if (at >= bytes.length) return response.end();
      response.write(bytes.subarray(at, at + 5));
      setImmediate(() => send(at + 5));
    };
    send(0);
  });
  const { call: watched, text } = watching();
  expect(await engineAt(baseUrl).chat?.(request, watched)).toMatchObject({
    kind: 'answered',
    answer: { text: 'Zürich 東京 🦊' },
  });
  expect(text()).toBe('Zürich 東京 🦊');
});

it('puts tool calls together: several, with gaps, with repeated roles and names', async () => {
  const { baseUrl } = await serve(
    stream(
      delta({ role: 'assistant', content: null }),
      call(0, 'a', 'read', ''),
      {
        choices: [
          { delta: { role: 'assistant', tool_calls: [{ index: 0, function: { name: 'read', arguments: '{"tab"' } }] } },
        ],
      },
      call(0, undefined, undefined, ':1}'),
      call(3, 'b', 'read', '{"tab":2}'),
      delta({}, 'tool_calls'),
      '[DONE]',
    ),
  );
  const end = await engineAt(baseUrl).chat?.(request, watching().call);
  expect(end?.kind === 'answered' && end.answer.calls).toEqual([
    { id: 'a', tool: 'read', arguments: '{"tab":1}' },
    { id: 'b', tool: 'read', arguments: '{"tab":2}' },
  ]);
});

it('tells calls apart by id where all have the same index, and names those without one', async () => {
  const same = stream(call(0, 'a', 'x', '{}'), call(0, 'b', 'y', '{}'), delta({}, 'tool_calls'), '[DONE]');
  const none = stream(call(undefined, undefined, 'z', ''), delta({}, 'tool_calls'), '[DONE]');
  const { baseUrl } = await serve(same, none);
  const engine = engineAt(baseUrl);
  const first = await engine.chat?.(request, watching().call);
  expect(first?.kind === 'answered' && first.answer.calls.map((one) => one.id + one.tool)).toEqual(['ax', 'by']);
  const second = await engine.chat?.(request, watching().call);
  expect(second?.kind === 'answered' && second.answer.calls).toEqual([{ id: 'call-0', tool: 'z', arguments: '{}' }]);
});

it('hands on arguments that do not parse as they are: the decider tells the model', async () => {
  const { baseUrl } = await serve(stream(call(0, 'a', 'read', '{"tab": 1'), delta({}, 'tool_calls'), '[DONE]'));
  const end = await engineAt(baseUrl).chat?.(request, watching().call);
  expect(end?.kind === 'answered' && end.answer.calls[0]?.arguments).toBe('{"tab": 1');
});

it('sends messages, calls and results in the protocol, with the key in its header only', async () => {
  const { baseUrl, asked } = await serve(say('done'));
  await engineAt(baseUrl).chat?.(
    {
      messages: [
        { role: 'system', content: 'be kind' },
        { role: 'assistant', content: '', calls: [{ id: 'a', tool: 'read', arguments: '{"tab":1}' }] },
        { role: 'tool', call: 'a', content: '{"done":"Read"}' },
      ],
      tools: [{ name: 'read', description: 'reads', parameters: { type: 'object' } }],
      maxTokens: 77,
    },
    watching().call,
  );
  expect(asked[0]?.body).toEqual({
    model: 'm1',
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 77,
    messages: [
      { role: 'system', content: 'be kind' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'a', type: 'function', function: { name: 'read', arguments: '{"tab":1}' } }],
      },
      { role: 'tool', tool_call_id: 'a', content: '{"done":"Read"}' },
    ],
    tools: [{ type: 'function', function: { name: 'read', description: 'reads', parameters: { type: 'object' } } }],
  });
  expect(asked[0]?.headers.authorization).toBe('Bearer sk-secret-key');
  expect(Object.keys(asked[0]?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
});

it('takes usage from the server, and estimates it where the server tells none', async () => {
  const told = stream(
    delta({ content: 'hi' }, 'stop'),
    { choices: [], usage: { prompt_tokens: 11, completion_tokens: 3 } },
    '[DONE]',
  );
  const { baseUrl } = await serve(told, say('four letters make one'));
  const engine = engineAt(baseUrl, { now: () => 5 });
  expect((await engine.chat?.(request, watching().call)) ?? {}).toMatchObject({
    usage: { inputTokens: 11, outputTokens: 3, exact: true, ms: 0 },
  });
  expect((await engine.chat?.(request, watching().call)) ?? {}).toMatchObject({
    usage: { inputTokens: 2, outputTokens: 6, exact: false },
  });
});

it('leaves out what a server refuses, and remembers it', async () => {
  const { baseUrl, asked } = await serve(
    status(400, { error: { message: 'Unrecognized request argument supplied: stream_options' } }),
    status(400, { error: { message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead." } }),
    say('hi'),
  );
  const engine = engineAt(baseUrl);
  expect(await engine.chat?.(request, watching().call)).toMatchObject({ kind: 'answered' });
  expect(await engine.chat?.(request, watching().call)).toMatchObject({ kind: 'answered' });
  expect(
    asked.map(({ body }) => ['stream_options' in body, 'max_tokens' in body, 'max_completion_tokens' in body]),
  ).toEqual([
    [true, true, false],
    [false, true, false],
    [false, false, true],
    [false, false, true],
  ]);
});

it('reads an answer in one piece from a server that does not stream', async () => {
  const message = {
    role: 'assistant',
    content: 'whole',
    tool_calls: [{ id: 'a', type: 'function', function: { name: 'read', arguments: '{}' } }],
  };
  const { baseUrl } = await serve(status(200, { choices: [{ message, finish_reason: 'tool_calls' }] }));
  expect(await engineAt(baseUrl).chat?.(request, watching().call)).toMatchObject({
    answer: { text: 'whole', calls: [{ id: 'a', tool: 'read', arguments: '{}' }] },
  });
});

it('closes the connection at the server when it is aborted, and keeps what arrived', async () => {
  const { call: watched, stop } = watching();
  const { baseUrl, hungUp } = await serve((response) => {
    response
      .writeHead(200, { 'content-type': 'text/event-stream' })
      .write(`data: ${JSON.stringify(delta({ content: 'So far' }))}\n\n`);
  });
  const onText = (part: string) => {
    watched.onText(part);
    stop.abort();
  };
  expect(await engineAt(baseUrl).chat?.(request, { ...watched, onText })).toEqual({
    kind: 'aborted',
    partial: 'So far',
  });
  await hungUp;
});

it('never asks when it was aborted before', async () => {
  const { baseUrl, asked } = await serve(say('hi'));
  const { call: watched, stop } = watching();
  stop.abort();
  expect(await engineAt(baseUrl).chat?.(request, watched)).toEqual({ kind: 'aborted', partial: '' });
  expect(asked).toEqual([]);
});

it('tells apart a prompt too long to send from one that the server cut without a word', async () => {
  const read = { choices: [], usage: { prompt_tokens: 2048, completion_tokens: 1 } };
  const { baseUrl, asked } = await serve(stream(delta({ content: 'hm' }, 'stop'), read, '[DONE]'));
  const long = (letters: number): ChatRequest => ({
    ...request,
    messages: [{ role: 'user', content: 'word '.repeat(letters / 5) }],
  });
  expect(await engineAt(baseUrl).chat?.(long(60_000), watching().call)).toMatchObject({
    problem: { code: 'overflow' },
  });
  expect(asked).toEqual([]);
  expect(await engineAt(baseUrl).chat?.(long(24_000), watching().call)).toMatchObject({
    problem: { code: 'overflow' },
  });
  expect(asked).toHaveLength(1);
});

it('asks again in words when an answer was cut off or empty', async () => {
  const { baseUrl } = await serve(
    stream(delta({ content: 'Too lo' }, 'length'), '[DONE]'),
    stream(delta({}, 'stop'), '[DONE]'),
  );
  expect(await engineAt(baseUrl).chat?.(request, watching().call)).toMatchObject({ kind: 'malformed', text: 'Too lo' });
  expect(await engineAt(baseUrl).chat?.(request, watching().call)).toMatchObject({
    kind: 'malformed',
    message: expect.stringMatching(/empty/),
  });
});

it('refuses a key that cannot be one before anything is sent', async () => {
  const { baseUrl, asked } = await serve(say('hi'));
  const end = await engineAt(baseUrl, { key: 'sk-“curly”' }).probe(watching().call);
  expect(end).toMatchObject({ problem: { code: 'unauthorized', message: expect.not.stringContaining('curly') } });
  expect(asked).toEqual([]);
});

it('stops listening to an answer without end', async () => {
  const piece = `data: ${JSON.stringify(call(0, 'a', 'read', 'x'.repeat(1000)))}\n\n`;
  const { baseUrl, hungUp } = await serve((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const on = () => {
      while (!response.closed && response.write(piece));
      if (!response.closed) response.once('drain', on);
    };
    on();
  });
  const end = await engineAt(baseUrl).chat?.(request, watching().call);
  expect(end).toMatchObject({ kind: 'malformed', message: expect.stringContaining('far too long') });
  await hungUp;
});
