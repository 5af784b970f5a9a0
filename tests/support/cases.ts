/** Everything is run. */
export const isEvery = Boolean(process.env.ANNEX_EVERY_CASE);

/**
 * All cases of a class where everything is run (`npm run test:long`), else so many from its beginning: a class is tried with each change,
 * and each case of it before anything ships.
 */
export function casesOf<T>(few: number, cases: readonly T[]): T[] {
  return isEvery ? [...cases] : cases.slice(0, few);
}
