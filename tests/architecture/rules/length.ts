import type { SourceFile } from './tree.ts';

export const MOST_LINES = 250;
export const MOST_MEDIAN = 90;

/** Complains of files over 250 lines, and of a median over 90. */
export function checkLength(files: readonly SourceFile[]): string[] {
  const lengths = files.map((file) => ({ path: file.path, lines: linesOf(file) }));
  const long = lengths.filter((one) => one.lines > MOST_LINES);
  const median = medianOf(lengths.map((one) => one.lines));
  return [
    ...long.map((one) => `${one.path} has ${one.lines} lines; ${MOST_LINES} at most`),
    ...(median > MOST_MEDIAN ? [`the median file has ${median} lines; ${MOST_MEDIAN} at most`] : []),
  ];
}

/** The middle length; the upper of two. */
export function medianOf(lengths: readonly number[]): number {
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
}

export const linesOf = (file: SourceFile): number => file.text.trimEnd().split('\n').length;
