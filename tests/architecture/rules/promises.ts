/** A test that a promise of the threat model names. */
export type NamedTest = { file: string; title: string };

/** The tests named below the promises, as `- \`file\`: title`. */
export function namedTests(text: string): NamedTest[] {
  return [...text.matchAll(/^ *- `([\w./-]+\.test\.tsx?)`: (.+)$/gm)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));
}

/** Promises, by number, that name no test. */
export function promisesWithoutTest(text: string): number[] {
  const promises = text.split(/^(?=\d+\. \*\*)/m).filter((one) => /^\d+\. \*\*/.test(one));
  return promises.flatMap((whole) => (namedTests(whole).length > 0 ? [] : [Number.parseInt(whole, 10)]));
}
