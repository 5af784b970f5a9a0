import type { Price } from '#lib/core/budget.ts';
import { usdOf } from '#lib/core/cost.ts';
import type { AskEnd, EngineConfig } from '#lib/core/engine.ts';
import { priceOf } from './price-of.ts';

/** What a request to an engine cost by its end, US dollars; absent where nobody knows. `own`: the person's prices. */
export function costOf(
  { engine }: { engine: EngineConfig },
  end: AskEnd,
  own: Readonly<Record<string, Price>>,
): number | undefined {
  const inputTokens = 'usage' in end ? end.usage?.inputTokens : undefined;
  return usdOf(end, priceOf(engine, own, inputTokens));
}
