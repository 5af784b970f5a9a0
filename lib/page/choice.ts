import { tidy } from './text.ts';

export type Chosen = { kind: 'chosen'; words: string } | { kind: 'refused'; message: string };

/** Where the control takes a click, and how to wait until the page has settled. */
export type Choosing = { point: { target: Element; x: number; y: number }; settled: () => Promise<void> };

export const refuse = (message: string): Chosen => ({ kind: 'refused', message });

/** The option that reads so: exactly, without regard to case, or as the only one that begins so. */
export function matchOption<Option>(
  options: readonly Option[],
  wanted: string,
  words: (option: Option) => string[],
): Option | undefined {
  const want = tidy(wanted);
  const low = want.toLowerCase();
  const exact = options.find((one) => words(one).some((word) => tidy(word) === want));
  const loose = options.find((one) => words(one).some((word) => tidy(word).toLowerCase() === low));
  const begun = options.filter((one) => words(one).some((word) => tidy(word).toLowerCase().startsWith(low)));
  return exact ?? loose ?? (begun.length === 1 ? begun[0] : undefined);
}
