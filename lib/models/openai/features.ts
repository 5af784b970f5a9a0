/** What a server has not yet been seen to refuse. Kept per engine, so that a refusal is met once. */
export type Features = {
  usage: boolean;
  schema: boolean;
  temperature: boolean;
  tokensField: 'max_tokens' | 'max_completion_tokens';
  leastTokens: number;
};

export const allFeatures: Features = {
  usage: true,
  schema: true,
  temperature: true,
  tokensField: 'max_tokens',
  leastTokens: 1,
};

/** What to leave out after a refusal (400 or 422) in the server's words; `undefined` when they name nothing of it. */
export function relax(features: Features, words: string): Features | undefined {
  if (features.usage && /stream_options|include_usage/i.test(words)) return { ...features, usage: false };
  if (features.tokensField === 'max_tokens' && /max_completion_tokens/i.test(words)) {
    return { ...features, tokensField: 'max_completion_tokens' };
  }
  if (
    features.leastTokens === 1 &&
    /output limit was reached|max_\w*tokens.*(?:at least|minimum|>=|greater)/i.test(words)
  ) {
    return { ...features, leastTokens: 16 };
  }
  if (features.temperature && /temperature/i.test(words)) return { ...features, temperature: false };
  if (features.schema && /response_format|json_schema|structured output|grammar/i.test(words)) {
    return { ...features, schema: false };
  }
  return undefined;
}
