/**
 * US dollars per million tokens, `[input, output]`, or `[input, output, upTo]` where longer prompts than that many tokens cost
 * more: beyond it the price counts as unknown. By maker, as its own API asks for them in the standard tier; input that a server
 * had cached is cheaper there, so a bill can come out lower than what Annex counts.
 *
 * Taken in November 2026 from what the makers publish: developers.openai.com/api/docs/pricing,
 * platform.claude.com/docs/about-claude/pricing, ai.google.dev/gemini-api/docs/pricing. Prices change; the person's own, in
 * Settings, win over these. Left out on purpose: models whose price depends on who serves them (open weights), on the hour of
 * the day, or on an offer that ends; where sources disagreed; and tiers other than the standard one. An unknown price is no zero: what it
 * would cost is shown as "≥".
 */
export const PRICE_LIST = {
  openai: {
    'gpt-6-astra': [10, 50, 272_000],
    'gpt-6.1-sol': [2, 10, 272_000],
    'gpt-6.1-terra': [1, 5, 272_000],
    'gpt-6-sol': [2, 10, 272_000],
    'gpt-6-luna': [0.1, 0.5, 272_000],
    'gpt-5.6-terra': [2, 12, 272_000],
    'gpt-5.6-luna': [0.2, 1.2, 272_000],
    'gpt-5.5': [5, 30, 272_000],
    'gpt-5.5-pro': [30, 180, 272_000],
    'gpt-5.4': [2.5, 15, 272_000],
    'gpt-5.4-pro': [30, 180, 272_000],
    'gpt-5.4-mini': [0.75, 4.5],
    'gpt-5.4-nano': [0.2, 1.25],
    'gpt-5.2': [1.75, 14],
    'gpt-5.1': [1.25, 10],
    'gpt-5': [1.25, 10],
    'gpt-5-mini': [0.25, 2],
    'gpt-5-nano': [0.05, 0.4],
    'gpt-4.1': [2, 8],
    'gpt-4.1-mini': [0.4, 1.6],
    'gpt-4.1-nano': [0.1, 0.4],
    'gpt-4o': [2.5, 10],
    'gpt-4o-2024-05-13': [5, 15],
    'gpt-4o-mini': [0.15, 0.6],
    'o4-mini': [1.1, 4.4],
    'o3-mini': [1.1, 4.4],
  },
  anthropic: {
    'claude-fable-5-1': [10, 50],
    'claude-fable-5': [10, 50],
    'claude-opus-5-5': [4, 20],
    'claude-opus-5': [5, 25],
    'claude-opus-4-8': [5, 25],
    'claude-opus-4-7': [5, 25],
    'claude-opus-4-6': [5, 25],
    'claude-opus-4-5': [5, 25],
    'claude-opus-4-1': [15, 75],
    'claude-sonnet-5-5': [2, 10],
    'claude-sonnet-5': [2, 10],
    'claude-sonnet-4-6': [3, 15, 200_000],
    'claude-sonnet-4-5': [3, 15, 200_000],
    'claude-haiku-5-5': [0.1, 0.5, 100_000],
    'claude-haiku-4-5': [1, 5],
  },
  google: {
    'gemini-3.6-flash': [1.5, 7.5],
    'gemini-3.5-flash': [1.5, 9],
    'gemini-3.5-flash-lite': [0.3, 2.5],
    'gemini-2.5-pro': [1.25, 10, 200_000],
    'gemini-2.5-flash': [0.3, 2.5],
    'gemini-2.5-flash-lite': [0.1, 0.4],
  },
} as const satisfies Record<string, Record<string, readonly [number, number, number?]>>;
