import type { EngineConfig } from '#lib/core/engine.ts';

const MOST_ANSWER_TOKENS = 4096;

/** How many tokens of an engine's context are kept for its answer. */
export function answerTokens(engine: EngineConfig): number {
  return engine.kind === 'basic'
    ? MOST_ANSWER_TOKENS
    : Math.min(MOST_ANSWER_TOKENS, Math.floor(engine.contextTokens / 4));
}

/** How many tokens may be shown to an engine. Basic reads everything. */
export function contextBudget(engine: EngineConfig): number {
  return engine.kind === 'basic' ? Number.POSITIVE_INFINITY : engine.contextTokens - answerTokens(engine);
}
