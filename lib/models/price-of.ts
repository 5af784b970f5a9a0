import type { Price } from '#lib/core/budget.ts';
import { type EngineConfig, isOnDevice } from '#lib/core/engine.ts';
import { PRICE_LIST } from './price-list.ts';

type Prices = Readonly<Record<string, Price>>;

const FREE: Price = { input: 0, output: 0 };
/** Names with a maker in front, as gateways and model lists give them: `openai/gpt-5`, `models/gemini-2.5-pro`. */
const MAKER = new RegExp(`^(?:${[...Object.keys(PRICE_LIST), 'models'].join('|')})/`);
/** Names that pin a version or follow the newest: `gpt-5-2025-08-07`, `claude-opus-4-1-20250805`, `…:latest`. */
const VERSION = /(?:[-@](?:\d{4}-\d{2}-\d{2}|\d{8})|[-:@]latest)$/;

/**
 * The price of what an engine answers, for a prompt of so many tokens. The person's own wins, by the name as it is before a
 * shortened one; what runs on this device or on a loopback server costs nothing; a name that nobody knows has no price.
 */
export function priceOf(engine: EngineConfig, own: Prices, inputTokens = 0): Price | undefined {
  if (engine.kind === 'basic') return FREE;
  const onDevice = isOnDevice(engine);
  for (const name of namesOf(engine.model)) {
    const price = Object.hasOwn(own, name) ? own[name] : undefined;
    const found = price ?? (onDevice ? undefined : listed(name, inputTokens));
    if (found) return found === 'unknown' ? undefined : found;
  }
  return onDevice ? FREE : undefined;
}

/** Every price that Annex knows, by model name. */
export function knownPrices(): Record<string, Price> {
  return Object.fromEntries([...LIST].map(([name, [input, output]]) => [name, { input, output }]));
}

const LIST = new Map<string, readonly [number, number, number?]>(Object.values(PRICE_LIST).flatMap(Object.entries));

function listed(name: string, inputTokens: number): Price | 'unknown' | undefined {
  const entry = LIST.get(name);
  if (!entry) return undefined;
  const [input, output, upTo = Number.POSITIVE_INFINITY] = entry;
  return inputTokens > upTo ? 'unknown' : { input, output };
}

function namesOf(model: string): string[] {
  const bare = model.replace(MAKER, '');
  return [model, bare, bare.replace(VERSION, '')];
}
