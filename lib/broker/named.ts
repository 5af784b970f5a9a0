/** Words of a text in the form that names are compared in: case, width, accents' spelling and punctuation between words don't count. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Whether a name stands in a text as whole words, in their order: "vacation plans" names "vacation-plans.docx" only with its ending. */
export function standsIn(name: string, text: string): boolean {
  const wanted = wordsOf(name);
  if (wanted.length === 0 || wanted.join('').length < 2) return false;
  // A number alone says nothing of what it counts: "at 13:00" names no file 13.
  if (wanted.length === 1 && /^\p{N}+$/u.test(wanted[0] ?? '')) return standsAsNumber(wanted[0] ?? '', text);
  return hasRun(wordsOf(text), wanted);
}

function standsAsNumber(number: string, text: string): boolean {
  return new RegExp(
    `(?:\\b(?:id|number|no\\.?|nr\\.?)\\s*|[#'"“„])${number}(?![\\p{N}\\p{L}:.,/-]*[\\p{N}\\p{L}])`,
    'iu',
  ).test(text);
}

/** Whether enough of a title stands in a text to tell which one is meant: all of its words, but for a file's ending. */
export function isNamedBy(title: string, text: string): boolean {
  const bare = title.replace(/\.\p{L}{2,4}\d?$/u, '');
  return bare.length >= 4 && !/^\p{N}+$/u.test(bare) && (standsIn(title, text) || standsIn(bare, text));
}

function hasRun(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, at) => wanted.every((word, nth) => words[at + nth] === word));
}
