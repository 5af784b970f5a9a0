import { BASIC, type EngineConfig } from '#lib/core/engine.ts';
import { UsageError } from './usage.ts';

export type EngineChoice = { config: EngineConfig; key?: string };

/** What a server of unknown make is trusted to hold; small models are often run with less than they could. */
const CONTEXT_TOKENS = { small: 4_000, large: 32_000 } as const;

/** Reads `--engine`, `--size` and `--key-env`. */
export function readEngine(text: string, size: string | undefined, keyEnv: string | undefined): EngineChoice {
  if (text === 'basic') {
    if (size !== undefined || keyEnv !== undefined)
      throw new UsageError('--size and --key-env are for an engine URL#MODEL; basic has neither.');
    return { config: BASIC };
  }
  const at = text.lastIndexOf('#');
  const [baseUrl, model] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || !model || !/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
    throw new UsageError(`--engine takes basic or URL#MODEL, as in http://127.0.0.1:11434/v1#qwen3, not "${text}".`);
  const known = readSize(size ?? 'large');
  const config: EngineConfig = {
    kind: 'openai',
    ...{ id: text, name: model, baseUrl, model, size: known, contextTokens: CONTEXT_TOKENS[known] },
  };
  return keyEnv === undefined ? { config } : { config, key: readKey(keyEnv) };
}

function readSize(size: string): 'small' | 'large' {
  if (size === 'small' || size === 'large') return size;
  throw new UsageError(`--size takes small or large, not "${size}".`);
}

function readKey(name: string): string {
  const key = process.env[name];
  if (key) return key;
  throw new UsageError(`--key-env names ${name}, and that environment variable is empty or not there.`);
}
