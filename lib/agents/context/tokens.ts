import type { ChatMessage } from '#lib/core/chat.ts';
import { estimateTokens } from '#lib/core/tokens.ts';

/** What the marks around a message cost. */
export const FRAME_TOKENS = 8;

/** Estimates the tokens of a message, with the calls in it. */
export function messageTokens(message: ChatMessage): number {
  const written = message.role === 'assistant' ? message.calls.map((one) => one.tool + one.arguments).join() : '';
  return estimateTokens(message.content) + estimateTokens(written) + FRAME_TOKENS;
}

const CUT = ' … (shortened)';

/** The beginning of a text that fits into so many tokens, with a mark where it was cut. */
export function cutToTokens(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  const room = tokens - estimateTokens(CUT);
  let end = Math.floor((text.length * Math.max(0, room)) / estimateTokens(text));
  while (end > 0 && estimateTokens(text.slice(0, end)) > room) end = Math.floor(end * 0.9);
  // A cut inside a surrogate pair would leave half a character.
  return text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '') + CUT;
}
