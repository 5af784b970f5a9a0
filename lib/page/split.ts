/** Splits text into passages of at most `limit` characters, at the ends of sentences; each stands verbatim in the text. */
export function splitPassages(text: string, limit: number): string[] {
  if (text.length <= limit) return [text];
  const passages: string[] = [];
  let current = '';
  for (const piece of sentences(text).flatMap((sentence) => chop(sentence, limit))) {
    if (current !== '' && current.length + piece.trimEnd().length > limit) {
      passages.push(current.trim());
      current = '';
    }
    current += piece;
  }
  if (current.trim() !== '') passages.push(current.trim());
  return passages;
}

function sentences(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment);
}

/** A sentence over the limit ends at a space, where it has one. */
function chop(sentence: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > limit) {
    const space = rest.lastIndexOf(' ', limit - 1);
    const end = space > limit / 2 ? space + 1 : limit;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
