import type { Caps } from '#lib/agents/scheduler/pick.ts';
import type { EngineConfig } from '#lib/core/engine.ts';

/** Runs in progress at once: more would only take turns on the same few tabs and models. */
const GLOBAL = 6;
/** Leaves places for others when one agent has much to do. */
const AGENT = 4;
/** Requests that one server answers side by side without each getting slower. */
const SERVER = 2;

/** The caps that follow from the engines that are set up. Basic answers at once and holds nobody up. */
export function capsFor(engines: readonly EngineConfig[]): Caps {
  const models = new Map(engines.map((one) => [one.id, modelOf(one)]));
  return { global: GLOBAL, agent: AGENT, engine: (id) => models.get(id) ?? { model: id, most: SERVER } };
}

function modelOf(engine: EngineConfig): { model: string; most: number } {
  if (engine.kind === 'basic') return { model: engine.id, most: GLOBAL };
  return { model: `${engine.baseUrl} ${engine.model}`, most: SERVER };
}
