/** Estimated tokens of a text: four letters to one of a Latin script, one sign to one elsewhere. Errs by a quarter. */
export function estimateTokens(text: string): number {
  const wide =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu)?.length ?? 0;
  return Math.ceil(wide + (text.length - wide) / 4);
}

/** A prompt this long is not worth sending: even a generous estimate does not fit. */
export function overflows(estimated: number, contextTokens: number): boolean {
  return estimated * 0.8 > contextTokens;
}

/** The server says it read less than half of what was sent: some cut a long prompt without a word. */
export function wasCutSilently(estimated: number, read: number): boolean {
  return read >= 1000 && estimated >= 2000 && read < estimated / 2;
}
