const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const OTHER = /[^\p{Script=Latin}\p{ASCII}]/gu;

/**
 * Estimates the tokens of a text: about 4 characters each in Latin script, 1.5 in Chinese, Japanese and Korean, 2.5 in
 * other scripts. An estimate from above for most tokenizers; servers count exactly.
 */
export function estimateTokens(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  const other = (text.match(OTHER)?.length ?? 0) - dense;
  return Math.ceil(dense / 1.5 + other / 2.5 + Math.max(0, text.length - dense - other) / 4);
}
