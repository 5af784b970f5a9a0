import { afterEach, describe, expect, it } from 'vitest';
import type { NotAnswered } from '#lib/core/engine.ts';
import { closeServers, delta, say, serve, status, stream } from '../../../tests/support/stand-in-model-odd.ts';
import { engineAt, watching } from './engine.test-support.ts';

afterEach(closeServers);

const probe = async (baseUrl: string, options = {}) => engineAt(baseUrl, options).probe(watching().call);
const ask = async (baseUrl: string, options = {}) =>
  engineAt(baseUrl, options).chat?.(
    { messages: [{ role: 'user', content: 'hello' }], tools: [], maxTokens: 50 },
    watching().call,
  );
const problemOf = (end: NotAnswered | { kind: 'answered' } | undefined) =>
  end?.kind === 'failed' ? end.problem : undefined;

describe('a server that refuses', () => {
  it.each([
    [401, { error: { message: 'Incorrect API key: sk-secret-key' } }, 'unauthorized', /did not accept the key \(401\)/],
    [402, { error: { message: 'Insufficient credits' } }, 'refused', /wants to be paid first/],
    [403, '', 'forbidden-origin', /refused the request \(403\).*OLLAMA_ORIGINS=chrome-extension:\/\/abc\./],
    [404, { error: { message: 'model "m1" not found' } }, 'not-found', /has no model named "m1"/],
    [400, { error: { message: 'too long', code: 'exceed_context_size_error' } }, 'overflow', /longer than the model/],
    [400, { error: { message: 'm1 does not support tools' } }, 'unsupported', /cannot use tools/],
    [400, { error: { message: 'bad thing' } }, 'unsupported', /did not understand.*"bad thing"/],
    [500, { error: { message: 'out of memory' } }, 'server-error', /failed \(500\)\. It says: "out of memory"/],
    [503, { error: { message: 'Loading model' } }, 'server-error', /is still loading the model "m1"/],
    [502, '<html>Bad gateway</html>', 'server-error', /failed \(502\)\. Try again/],
  ])('is told of in words: %i', async (code, body, expected, sentence) => {
    const { baseUrl } = await serve(status(code, body));
    const problem = problemOf(await probe(baseUrl, { extensionOrigin: 'chrome-extension://abc' }));
    expect(problem?.code).toBe(expected);
    expect(problem?.message).toMatch(sentence);
    expect(problem?.message).toMatch(/127\.0\.0\.1|"m1"/);
    expect(JSON.stringify(problem)).not.toContain('sk-secret-key');
  });

  it('asks for a key when there was none, and sends no Authorization header', async () => {
    const { baseUrl, asked } = await serve(status(401));
    expect(problemOf(await probe(baseUrl, { key: '' }))?.message).toMatch(/asks for a key/);
    expect(asked[0]?.headers.authorization).toBeUndefined();
  });

  it('hints at /v1 when the base address lacks it', async () => {
    const { baseUrl } = await serve(status(404, '404 page not found'));
    const bare = baseUrl.replace('/v1', '');
    expect(problemOf(await probe(bare))).toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(/has to end in \/v1/),
    });
    expect(problemOf(await probe(baseUrl))?.message).not.toMatch(/has to end in/);
  });

  it('hands on how long to wait when that is long, without waiting', async () => {
    const { baseUrl, asked } = await serve(status(429, '', { 'retry-after': '90' }));
    expect(problemOf(await ask(baseUrl))).toMatchObject({ code: 'rate-limited', retryAfterMs: 90_000 });
    expect(asked).toHaveLength(1);
  });

  it('is asked again after a short Retry-After', async () => {
    const { baseUrl, asked } = await serve(
      status(429, '', { 'retry-after': '0' }),
      status(503, '', { 'retry-after-ms': '5' }),
      say('hi'),
    );
    expect(await ask(baseUrl)).toMatchObject({ kind: 'answered', answer: { text: 'hi' } });
    expect(asked).toHaveLength(3);
  });

  it('is given up after two repeats', async () => {
    const { baseUrl, asked } = await serve(status(500, '', { 'retry-after-ms': '1' }));
    expect(problemOf(await ask(baseUrl))?.code).toBe('server-error');
    expect(asked).toHaveLength(3);
  });
});

describe('a server that is none', () => {
  it('is unreachable where nothing listens', async () => {
    const { baseUrl } = await serve(say('hi'));
    await closeServers();
    expect(problemOf(await probe(baseUrl))).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/cannot be reached\. Start it/),
    });
  });

  it('is no model server when it answers with a web page', async () => {
    const { baseUrl } = await serve(status(200, '<!doctype html><h1>Router</h1>', { 'content-type': 'text/html' }));
    expect(problemOf(await probe(baseUrl))?.code).toBe('not-a-model-server');
  });

  it('is no model server when its JSON is something else, or its stream holds nothing', async () => {
    const { baseUrl } = await serve(status(200, { hello: 'world' }), status(200, 'hello'));
    expect(problemOf(await probe(baseUrl))?.code).toBe('not-a-model-server');
    expect(problemOf(await probe(baseUrl))?.code).toBe('not-a-model-server');
  });
});

describe('a server that stumbles', () => {
  it('keeps what arrived of a stream that is cut', async () => {
    const { baseUrl } = await serve(stream(delta({ content: 'Half of ' }), delta({ content: 'it' })));
    expect(await ask(baseUrl)).toMatchObject({ kind: 'failed', problem: { code: 'cut' }, partial: 'Half of it' });
  });

  it('counts a stream that ends without a reason or an end mark as cut', async () => {
    const { baseUrl } = await serve((response) => {
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end(`data: ${JSON.stringify(delta({ content: 'Half' }))}\n\n`);
    });
    expect(await ask(baseUrl)).toMatchObject({ kind: 'failed', problem: { code: 'cut' }, partial: 'Half' });
  });

  it('times out before the first byte', async () => {
    const { baseUrl, hungUp } = await serve(() => {});
    const end = await ask(baseUrl, { limits: { firstByteMs: 40, silenceMs: 5000 } });
    expect(problemOf(end)).toMatchObject({ code: 'timeout', message: expect.stringMatching(/said nothing for 40 ms/) });
    await hungUp;
  });

  it('times out in the middle of a stream and keeps what arrived', async () => {
    const { baseUrl } = await serve((response) => {
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .write(`data: ${JSON.stringify(delta({ content: 'Slow' }))}\n\n`);
    });
    const end = await ask(baseUrl, { limits: { firstByteMs: 5000, silenceMs: 60 } });
    expect(end).toMatchObject({ kind: 'failed', problem: { code: 'timeout' }, partial: 'Slow' });
  });

  it('tells of an error inside a stream', async () => {
    const { baseUrl } = await serve(stream({ error: { message: 'upstream gave up', code: 502 } }, '[DONE]'));
    expect(problemOf(await ask(baseUrl))).toMatchObject({
      code: 'server-error',
      message: expect.stringMatching(/upstream gave up/),
    });
  });
});
