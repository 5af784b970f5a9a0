import type { EngineCall, EngineConfig } from '#lib/core/engine.ts';
import { createOpenAiEngine, type OpenAiOptions } from './engine.ts';

const config = (baseUrl: string): Extract<EngineConfig, { kind: 'openai' }> => ({
  ...{ kind: 'openai', id: 'e1', name: 'Test', baseUrl, model: 'm1', size: 'large', contextTokens: 8000 },
});

export const engineAt = (baseUrl: string, options: Partial<OpenAiOptions> = {}) =>
  createOpenAiEngine(config(baseUrl), { key: 'sk-secret-key', ...options });

/** A call that remembers its text and can be aborted. */
export function watching(): { call: EngineCall; text: () => string; stop: AbortController } {
  const stop = new AbortController();
  let text = '';
  return {
    stop,
    text: () => text,
    call: {
      signal: stop.signal,
      onText: (part) => {
        text += part;
      },
    },
  };
}
