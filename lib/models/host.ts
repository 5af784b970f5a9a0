import {
  type Ask,
  type AskEnd,
  type Engine,
  type EngineCall,
  type EngineConfig,
  isOnDevice,
} from '#lib/core/engine.ts';
import type { Label } from '#lib/core/label.ts';
import type { RequestRow, Requests } from '#lib/core/ports.ts';
import { createCheckpoints } from './checkpoints.ts';

export type EngineHost = {
  /** Starts every open request that may start now. Resolves when they are started; they go on by themselves. */
  pump: () => Promise<void>;
  /** Ends these requests as aborted, whether they run or wait for a place. */
  abort: (requests: readonly string[]) => void;
  /** How many requests run here or wait for a place here. */
  busy: () => number;
};

export type EngineHostDeps = {
  requests: Pick<Requests, 'open' | 'take' | 'checkpoint' | 'finish'>;
  engineOf: (config: EngineConfig) => Engine | Promise<Engine>;
  /** Name under which this host takes requests; those of owners that are not `alive` are taken over. */
  owner: string;
  alive: () => ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** Tells of text as it arrives. `text` is what came new. */
  publish: (piece: { run: string; request: string; text: string }) => void;
  now: () => number;
  /**
   * Why this engine must not see content with this label, as the person has it now. Whoever put the question together has looked
   * already; this is the last door before it leaves.
   */
  withheld: (engine: EngineConfig, label: Label) => Promise<string | undefined>;
  /** US dollars of an end; absent where the price is not known. */
  cost: (request: RequestRow, end: AskEnd) => Promise<number | undefined>;
  /** Wakes the dispatcher: an end was written, of this run where it is of one. */
  knock: (run?: string) => void | Promise<void>;
};

/** Requests that one model engine answers side by side. Basic has no such limit: it answers at once. */
const SIDE_BY_SIDE = 2;

/**
 * The one place where engines run. Takes each open request once, streams its text, checkpoints it at least every second
 * and writes its end once. Nothing thrown by an engine or a port leaves it.
 */
export function createEngineHost(deps: EngineHostDeps): EngineHost {
  const { requests } = deps;
  const running = new Map<string, { engine: string; stop: AbortController }>();
  const unwanted = new Set<string>();
  /** Ends that could not be written; tried again with the next pump. */
  const unwritten = new Map<string, { row: RequestRow; end: AskEnd }>();
  let waiting = 0;

  async function pump(): Promise<void> {
    try {
      for (const { row, end } of unwritten.values()) await write(row, end);
      const open = (await requests.open()).filter((row) => !running.has(row.id) && !unwritten.has(row.id));
      // Only what another host has begun hangs on whether that one lives.
      const alive = open.some((row) => row.state === 'streaming') ? await deps.alive() : new Set<string>();
      for (const id of unwanted) if (!open.some((row) => row.id === id)) unwanted.delete(id);
      waiting = 0;
      for (const row of open) {
        // What nobody wants any more needs no place: it ends at once.
        if (isFull(row.engine) && !unwanted.has(row.id)) waiting += 1;
        else await start(row, alive);
      }
    } catch {
      // The rows still stand; the next pump looks again.
    }
  }

  const isFull = (engine: EngineConfig): boolean =>
    engine.kind !== 'basic' && [...running.values()].filter((one) => one.engine === engine.id).length >= SIDE_BY_SIDE;

  async function start(row: RequestRow, alive: ReadonlySet<string>): Promise<void> {
    // Another pump may have come here while this one waited for the rows.
    if (running.has(row.id)) return;
    const stop = new AbortController();
    running.set(row.id, { engine: row.engine.id, stop });
    const ask = await requests.take(row.id, deps.owner, alive).catch(() => undefined);
    if (!ask) {
      running.delete(row.id);
      return;
    }
    // Not awaited: requests run side by side, and `run` never throws.
    void run({ row, ask }, stop);
  }

  async function run({ row, ask }: { row: RequestRow; ask: Ask }, stop: AbortController): Promise<void> {
    if (unwanted.delete(row.id)) stop.abort();
    const checkpoints = createCheckpoints((text) => requests.checkpoint(row.id, text), deps.now);
    const call: EngineCall = {
      signal: stop.signal,
      onText: (text) => {
        checkpoints.add(text);
        if (row.run !== undefined) deps.publish({ run: row.run, request: row.id, text });
      },
    };
    const end = await answer(row, ask, call).catch((error: unknown) =>
      faultOf(error, row, stop.signal.aborted, checkpoints.text()),
    );
    await checkpoints.close();
    await write(row, end);
    running.delete(row.id);
    if (waiting > 0 || unwritten.size > 0) await pump();
  }

  async function answer(row: RequestRow, ask: Ask, call: EngineCall): Promise<AskEnd> {
    const { engine: config, state, partial, label } = row;
    const message = label && (await deps.withheld(config, label));
    if (message !== undefined) return { kind: 'failed', problem: { code: 'withheld', message }, partial: '' };
    // Another host may have asked before it died.
    if (call.signal.aborted) return { kind: 'aborted', partial, ...(state === 'open' && { unsent: true }) };
    const engine = await deps.engineOf(config);
    switch (ask.kind) {
      case 'think':
        return engine.think(ask.think, { ...call, mend: ask.mend });
      case 'chat':
        return engine.chat ? engine.chat(ask.chat, call) : cannotChat(config);
      case 'probe':
        return engine.probe(call);
    }
  }

  async function write(row: RequestRow, end: AskEnd): Promise<void> {
    try {
      await requests.finish(row.id, end, await deps.cost(row, end));
      unwritten.delete(row.id);
    } catch {
      unwritten.set(row.id, { row, end });
      return;
    }
    try {
      await deps.knock(row.run);
    } catch {
      // The end stands in the store; the next wake finds it.
    }
  }

  return {
    pump,
    abort: (ids) => {
      for (const id of ids) {
        const one = running.get(id);
        if (one) one.stop.abort();
        else unwanted.add(id);
      }
      void pump();
    },
    busy: () => running.size + waiting + unwritten.size,
  };
}

const cannotChat = (config: EngineConfig): AskEnd => ({
  kind: 'failed',
  problem: {
    code: 'unsupported',
    message: `${config.name} answers bounded questions only. Choose a starter with fixed steps, or a model in Settings, under Engines.`,
  },
  partial: '',
});

/** An engine must not throw; one that does is told of as what it is: a fault of Annex, not of the person's settings. */
function faultOf(error: unknown, { engine }: RequestRow, aborted: boolean, partial: string): AskEnd {
  if (aborted) return { kind: 'aborted', partial };
  const words = error instanceof Error ? error.message : 'no more is known';
  const where = isOnDevice(engine) ? '' : ' or choose another engine';
  const message = `${engine.name} broke down inside Annex (${words}). This is a fault of Annex; try again${where}.`;
  return { kind: 'failed', problem: { code: 'bug', message }, partial };
}
