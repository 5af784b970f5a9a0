import type { Material } from '#lib/core/think.ts';
import { estimateTokens } from '#lib/core/tokens.ts';
import { cutToTokens } from './tokens.ts';

/** Tokens that an id, a heading and the marks around a piece cost. */
const FRAME = 12;

export function tokensOf({ text, heading, value }: Material): number {
  return estimateTokens(text) + estimateTokens(heading ?? '') + estimateTokens(value ?? '') + FRAME;
}

/**
 * Keeps what fits, in its order. Sources take turns, each from its beginning, so that none crowds out the others; a source
 * ends at its first piece that no longer fits. When not even one piece fits, the first is cut.
 */
export function fitMaterial(material: readonly Material[], budget: number): Material[] {
  const kept = new Set<Material>();
  let room = budget;
  let queues = Object.values(Object.groupBy(material, (one) => one.source ?? '')).map((group) => [...(group ?? [])]);
  while (queues.length > 0) {
    queues = queues.filter((queue) => {
      const piece = queue.shift();
      if (!piece || tokensOf(piece) > room) return false;
      kept.add(piece);
      room -= tokensOf(piece);
      return true;
    });
  }
  const [first] = material;
  if (kept.size === 0 && first) return [{ ...first, text: cutToTokens(first.text, Math.max(16, budget - FRAME)) }];
  return material.filter((one) => kept.has(one));
}
