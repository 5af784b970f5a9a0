/** How long a server may stay silent, ms: until its first byte, and between pieces of its answer. */
export type Limits = { firstByteMs: number; silenceMs: number };
export const LIMITS: Limits = { firstByteMs: 60_000, silenceMs: 60_000 };

/** A longer Retry-After than this is not waited for here: the run is told how long, and frees its place. */
const PATIENCE_MS = 20_000;

export type Watch = {
  /** Aborts when the caller aborts or the server stays silent too long. */
  signal: AbortSignal;
  fetch: typeof fetch;
  timedOut: () => boolean;
  /** The stream said that it is whole. */
  sawDone: () => boolean;
  close: () => void;
};

/** Wraps `fetch` so that every byte of an answer resets a clock. */
export function watchFetch(inner: typeof fetch, limits: Limits, caller: AbortSignal): Watch {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tail = '';
  const rest = () => clearTimeout(timer);
  const wait = (ms: number) => {
    rest();
    timer = setTimeout(() => silence.abort(), ms);
  };

  const listen = (body: ReadableStream<Uint8Array>) =>
    body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (bytes, out) => {
          wait(limits.silenceMs);
          tail = (tail + String.fromCharCode(...bytes.slice(-40))).slice(-40);
          out.enqueue(bytes);
        },
        flush: rest,
      }),
    );

  return {
    signal: AbortSignal.any([caller, silence.signal]),
    timedOut: () => silence.signal.aborted && !caller.aborted,
    sawDone: () => tail.includes('[DONE]'),
    close: rest,
    fetch: async (input, init) => {
      wait(limits.firstByteMs);
      const response = await inner(input, init).finally(rest);
      const headers = new Headers(response.headers);
      if ((retryAfterOf(headers, Date.now()) ?? 0) > PATIENCE_MS) headers.set('x-should-retry', 'false');
      if (!response.body) return response;
      wait(limits.silenceMs);
      return new Response(listen(response.body), { status: response.status, statusText: response.statusText, headers });
    },
  };
}

/** Retry-After in ms: seconds or a date (RFC 9110, 10.2.3), or the millisecond variant that some servers send. */
export function retryAfterOf(headers: Headers | undefined, now: number): number | undefined {
  const exact = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (exact >= 0) return exact;
  const raw = headers?.get('retry-after') ?? '';
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(raw) ? Number(raw) * 1000 : Date.parse(raw) - now;
  return ms >= 0 ? ms : undefined;
}
