import { knock } from '#lib/bus/messages.ts';
import type { AskEnd, EngineConfig } from '#lib/core/engine.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';
import { live } from '#lib/store/live.ts';

/** A real call of one token through the engine host, like any other request: a row and a knock, then the row's end. */
export async function probeEngine(config: EngineConfig, key: string | undefined, store: Store): Promise<AskEnd> {
  const id = ids.next('probe');
  // A key that is being tried is not the stored one yet: it stands under the probe's own id while that lasts.
  const tried: EngineConfig = config.kind === 'basic' || key === undefined ? config : { ...config, id };
  if (tried.id === id) await store.database.secrets.put({ engine: id, key: key ?? '' });
  await store.requests.begin(
    { id, engine: tried, ask: { kind: 'probe' }, state: 'open', partial: '', createdAt: clock.now() },
    undefined,
    '',
  );
  await knock();
  const end = await new Promise<AskEnd>((resolve, reject) => {
    const stop = live(
      () => store.requests.get(id),
      reject,
    )((row) => {
      if (!row?.end) return;
      queueMicrotask(() => stop());
      resolve(row.end);
    });
  });
  await store.database.secrets.delete(id);
  await store.database.requests.delete(id);
  return end;
}
