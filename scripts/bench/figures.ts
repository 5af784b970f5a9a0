/** What a row of times says: the middle one, and the one that 19 of 20 stay under. */
export type Figure = { median: number; p95: number; count: number };

export function figureOf(times: readonly number[]): Figure {
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length };
}

/** The smallest value that this share of all values does not exceed; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * What a step cost in each turn, ms, from the moments at which the steps began: question and call take turns, and each of the two
 * carries part of what the other does, so that their mean is taken.
 */
export function stepTimes(marks: readonly number[]): number[] {
  const questions = marks.filter((_, index) => index % 2 === 0);
  return questions.slice(1).map((mark, index) => (mark - (questions[index] ?? mark)) / 2);
}

/** Rounded to three figures, for people and for JSON alike. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
