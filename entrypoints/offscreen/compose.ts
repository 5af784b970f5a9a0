import { withheldFrom } from '#lib/agents/context/privacy.ts';
import { knock, onAbort, onThink } from '#lib/bus/messages.ts';
import { openStream } from '#lib/bus/stream.ts';
import type { Engine, EngineConfig } from '#lib/core/engine.ts';
import { createBasicEngine } from '#lib/models/basic/engine.ts';
import { costOf } from '#lib/models/cost-of.ts';
import { createEngineHost } from '#lib/models/host.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import { aliveNames, gone, holdName } from '#lib/platform/liveness.ts';
import { createStore } from '#lib/store/index.ts';
import { createWorkerWatch } from './watch-workers.ts';

/** The host closes itself after this long without a request. */
const IDLE_MS = 60_000;

/** Mounts the engine host in this document; the panel mounts the same where a browser has no offscreen documents. */
export function mountEngineHost(): void {
  const store = createStore({ clock, ids });
  const stream = openStream();
  const owner = ids.next('host');
  const named = holdName(owner);
  const basic = createBasicEngine(clock);
  let heardAt = clock.now();

  const engines = new Map<string, Engine>();
  async function engineOf(config: EngineConfig): Promise<Engine> {
    if (config.kind === 'basic') return basic;
    // Loaded when first needed: basic works without it. One engine per server and key: it learns what its server refuses.
    const { createOpenAiEngine } = await import('#lib/models/openai/engine.ts');
    const key = (await store.settings.keyFor(config)) ?? '';
    const id = JSON.stringify([config, key]);
    const engine = engines.get(id) ?? createOpenAiEngine(config, { key, extensionOrigin: location.origin });
    engines.set(id, engine);
    return engine;
  }

  const host = createEngineHost({
    ...{ requests: store.requests, owner, engineOf, alive: aliveNames, now: clock.now, knock },
    publish: stream.publish,
    withheld: async (engine, label) => withheldFrom(engine, label, await store.grants.onDeviceOnly()),
    cost: async (request, end) => costOf(request, end, await store.spend.prices()),
  });

  const watchWorkers = createWorkerWatch({
    ...{ journal: store.journal, alive: aliveNames, gone, knock },
    isHeld: store.settings.isHeld,
  });

  async function pump(): Promise<void> {
    heardAt = clock.now();
    await Promise.all([named, watchWorkers()]);
    await host.pump();
    heardAt = clock.now();
  }
  setInterval(() => {
    if (host.busy() === 0 && clock.now() - heardAt > IDLE_MS) window.close();
  }, IDLE_MS / 4);
  const heard = () => {
    pump().catch((error: unknown) => console.error('annex: the engine host stumbled', error));
  };
  onThink(heard);
  onAbort((requests) => host.abort(requests));
  heard();
}
