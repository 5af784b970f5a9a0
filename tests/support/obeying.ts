import { readEngine } from '../../scripts/annex/engine-option.ts';
import { startObedientModel, type Turn } from './obedient-model.ts';

/** A model that obeys, as an engine of an order. */
export async function startObeying(turns: readonly Turn[]) {
  const model = await startObedientModel(turns);
  return { model, engine: readEngine(model.engine, undefined, undefined), close: model.close };
}
