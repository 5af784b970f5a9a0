import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Answered, type Ask, BASIC, type Engine, type EngineConfig } from '#lib/core/engine.ts';
import { type Label, siteLabel } from '#lib/core/label.ts';
import type { RequestRow, Requests } from '#lib/core/ports.ts';
import { createEngineHost } from './host.ts';

const MODEL: EngineConfig = {
  kind: 'openai',
  id: 'e1',
  name: 'Local',
  baseUrl: 'http://127.0.0.1:1/v1',
  model: 'm',
  size: 'small',
  contextTokens: 4000,
};
const usage = { inputTokens: 1, outputTokens: 1, ms: 1, exact: true };
const said: Answered<string> = { kind: 'answered', answer: 'ok', usage };
const probe: Ask = { kind: 'probe' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Requests in memory that keep the port's promises: taken by one live owner, ended once. */
function fakeRequests(rows: Partial<RequestRow & { ask: Ask }>[]) {
  const stored = new Map(
    rows.map((row, at): [string, RequestRow & { ask: Ask }] => {
      const id = row.id ?? `r${at}`;
      return [
        id,
        { id, run: `run-${id}`, engine: MODEL, ask: probe, state: 'open', partial: '', createdAt: at, ...row },
      ];
    }),
  );
  const log: string[] = [];
  const port: Requests = {
    get: async (id) => stored.get(id),
    open: async () => [...stored.values()].filter((row) => row.state !== 'ended').map((row) => ({ ...row })),
    begin: async () => true,
    take: async (id, owner, alive) => {
      const row = stored.get(id);
      if (!row || row.state === 'ended' || (row.owner !== undefined && alive.has(row.owner))) return undefined;
      Object.assign(row, { state: 'streaming', owner });
      log.push(`take ${id}`);
      return row.ask;
    },
    checkpoint: async (id, partial) => void log.push(`checkpoint ${id} ${partial}`),
    finish: async (id, end) => {
      const row = stored.get(id);
      if (!row || row.state === 'ended') return false;
      Object.assign(row, { state: 'ended', end });
      log.push(`finish ${id} ${end.kind}`);
      return true;
    },
  };
  return { port, log, stored };
}

function host(requests: Requests, engine: Partial<Engine>, more: Partial<Parameters<typeof createEngineHost>[0]> = {}) {
  const pieces: string[] = [];
  const knock = vi.fn();
  const made = createEngineHost({
    requests,
    engineOf: () => ({ think: async () => fails(), probe: async () => said, ...engine }),
    owner: 'host-1',
    alive: () => new Set(['host-1']),
    publish: (piece) => pieces.push(`${piece.run} ${piece.text}`),
    now: Date.now,
    withheld: async () => undefined,
    cost: async () => undefined,
    knock,
    ...more,
  });
  return { host: made, pieces, knock };
}

const fails = (): never => {
  throw new Error('not asked for here');
};
/** A probe that waits until it is let go or aborted. */
function held() {
  const waiting: (() => void)[] = [];
  const probeOf: Engine['probe'] = ({ signal }) =>
    new Promise((resolve) => {
      waiting.push(() => resolve(said));
      signal.addEventListener('abort', () => resolve({ kind: 'aborted', partial: 'so far' }));
    });
  return { probe: probeOf, waiting, release: () => waiting.shift()?.() };
}

it('takes each request once, however often it is pumped, and knocks after its end', async () => {
  const { port, log } = fakeRequests([{}]);
  const { host: one, knock } = host(port, {});
  await Promise.all([one.pump(), one.pump(), one.pump()]);
  await vi.waitFor(() => expect(one.busy()).toBe(0));
  await one.pump();
  expect(log).toEqual(['take r0', 'finish r0 answered']);
  expect(knock).toHaveBeenCalledTimes(1);
});

it('leaves a request alone that a living host has, and takes over that of a dead one', async () => {
  const { port, log } = fakeRequests([
    { state: 'streaming', owner: 'other' },
    { state: 'streaming', owner: 'dead' },
  ]);
  const { host: one } = host(port, {}, { alive: async () => new Set(['host-1', 'other']) });
  await one.pump();
  await vi.waitFor(() => expect(one.busy()).toBe(0));
  expect(log).toEqual(['take r1', 'finish r1 answered']);
});

it('runs two requests of a model side by side and basic without limit', async () => {
  const { port, log } = fakeRequests([{}, {}, {}, { engine: BASIC }, { engine: BASIC }, { engine: BASIC }]);
  const { probe: waits, waiting, release } = held();
  const { host: one } = host(port, { probe: waits });
  await one.pump();
  expect(log).toEqual(['take r0', 'take r1', 'take r3', 'take r4', 'take r5']);
  expect(one.busy()).toBe(6);
  release();
  await vi.waitFor(() => expect(log).toContain('take r2'));
  while (waiting.length > 0) release();
  await vi.waitFor(() => expect(one.busy()).toBe(0));
});

it('publishes text as it comes and checkpoints it within a second and before the end', async () => {
  const { port, log } = fakeRequests([{}]);
  let grow: (text: string) => void = () => {};
  const { probe: waits, release } = held();
  const { host: one, pieces } = host(port, {
    probe: (call) => {
      grow = call.onText;
      return waits(call);
    },
  });
  await one.pump();
  await vi.advanceTimersByTimeAsync(0);
  grow('a');
  grow('b');
  await vi.advanceTimersByTimeAsync(1000);
  grow('c');
  await vi.advanceTimersByTimeAsync(999);
  grow('d');
  release();
  await vi.waitFor(() => expect(one.busy()).toBe(0));
  expect(pieces).toEqual(['run-r0 a', 'run-r0 b', 'run-r0 c', 'run-r0 d']);
  expect(log).toEqual(['take r0', 'checkpoint r0 ab', 'checkpoint r0 abcd', 'finish r0 answered']);
});

it('publishes nothing for a connection test, which has no run', async () => {
  const { port } = fakeRequests([{ run: undefined }]);
  const { host: one, pieces } = host(port, {
    probe: async ({ onText }) => {
      onText('ok');
      return said;
    },
  });
  await one.pump();
  await vi.waitFor(() => expect(one.busy()).toBe(0));
  expect(pieces).toEqual([]);
});

it('aborts what runs, and ends what waits for a place at once', async () => {
  const { port, log } = fakeRequests([{}, {}, {}]);
  const { probe: waits, release } = held();
  const { host: one } = host(port, { probe: waits });
  await one.pump();
  one.abort(['r0', 'r2']);
  await vi.waitFor(() =>
    expect(log.filter((line) => line.startsWith('finish')).sort()).toEqual(['finish r0 aborted', 'finish r2 aborted']),
  );
  release();
  release();
  await vi.waitFor(() => expect(one.busy()).toBe(0));
  expect(log).toContain('finish r1 answered');
});

it('ends as a fault of Annex when an engine throws, or when there is none', async () => {
  const { port, stored } = fakeRequests([{}, {}]);
  const engineOf = (): never => {
    throw new Error('lost');
  };
  const { host: one } = host(port, {}, { engineOf });
  await one.pump();
  await vi.waitFor(() => expect(one.busy()).toBe(0));
  expect(stored.get('r0')?.end).toMatchObject({
    kind: 'failed',
    problem: { code: 'bug', message: expect.stringMatching(/broke down inside Annex \(lost\)/) },
  });
});

it('says so when an engine cannot chat', async () => {
  const { port, stored } = fakeRequests([{ ask: { kind: 'chat', chat: { messages: [], tools: [], maxTokens: 1 } } }]);
  const { host: one } = host(port, {});
  await one.pump();
  await vi.waitFor(() => expect(one.busy()).toBe(0));
  expect(stored.get('r0')?.end).toMatchObject({ kind: 'failed', problem: { code: 'unsupported' } });
});

it('keeps an end that could not be written and writes it with the next pump, without asking again', async () => {
  const { port, log } = fakeRequests([{}]);
  const finish = vi.fn(port.finish).mockRejectedValueOnce(new Error('full')).mockRejectedValueOnce(new Error('full'));
  const { host: one, knock } = host({ ...port, finish }, {});
  await one.pump();
  await vi.waitFor(() => expect(finish).toHaveBeenCalledTimes(2));
  expect(one.busy()).toBe(1);
  await one.pump();
  expect(one.busy()).toBe(0);
  expect(log).toEqual(['take r0', 'finish r0 answered']);
  expect(knock).toHaveBeenCalledTimes(1);
});

it('never throws when the store does', async () => {
  const { port } = fakeRequests([{}]);
  const open = async () => fails();
  const { host: one } = host({ ...port, open }, {});
  await expect(one.pump()).resolves.toBeUndefined();
});

it('shows an engine nothing that the person keeps from it by then, and says why', async () => {
  const label = siteLabel('https://private.example');
  const { port, stored } = fakeRequests([{ label }, { label: siteLabel('https://news.example') }]);
  const withheld = async (_: EngineConfig, { sources }: Label) =>
    sources.includes('site:https://private.example') ? 'It stays on this device.' : undefined;
  const asked: string[] = [];
  const probeOf: Engine['probe'] = async () => {
    asked.push('asked');
    return said;
  };
  await host(port, { probe: probeOf }, { withheld }).host.pump();
  await vi.waitFor(() => expect([...stored.values()].every((row) => row.state === 'ended')).toBe(true));
  expect(asked).toEqual(['asked']);
  expect(stored.get('r0')?.end).toEqual({
    ...{ kind: 'failed', partial: '' },
    problem: { code: 'withheld', message: 'It stays on this device.' },
  });
});
