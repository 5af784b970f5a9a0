const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Abbreviations that a full stop does not end a sentence after. */
const ABBREVIATION =
  /(?:^|[\s("“„])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Sen|Rep|Gov|Lt|Col|Capt|No|Nr|vs|etc|ca|approx|Inc|Ltd|Co|Corp|Fig|Vol|pp|e\.g|i\.e|cf|z\.\s?B|d\.\s?h|bzw|u\.\s?a|usw|Mio|Mrd|Jan|Feb|Aug|Sept?|Oct|Okt|Nov|Dec|Dez|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u;

/** Sentences of a text, each a verbatim slice without the blanks around it. Splits wrongly made after abbreviations are mended. */
export function sentencesOf(text: string): string[] {
  const spans: { start: number; end: number }[] = [];
  // Markers such as "[66]" hide where a sentence ends: blanks of the same length stand for them while it is cut.
  const unmarked = text.replace(MARKER, (marker) => ' '.repeat(marker.length));
  for (const { segment, index } of segmenter.segment(unmarked)) {
    const last = spans.at(-1);
    if (last && goesOn(unmarked.slice(last.start, last.end), segment)) last.end = index + segment.length;
    else spans.push({ start: index, end: index + segment.length });
  }
  return spans.map(({ start, end }) => withoutEdges(text.slice(start, end))).filter((sentence) => sentence !== '');
}

const MARKER = /\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]/g;
const withoutEdges = (sentence: string): string =>
  sentence.replace(/^(?:\s|\[(?:\d{1,3}|[a-z])\])+|(?:\s|\[(?:\d{1,3}|[a-z])\])+$/g, '');

/** German writes days as ordinals: "14. November". */
const MONTH = /^\s*(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;

function goesOn(before: string, next: string): boolean {
  if (/^\s*\p{Ll}/u.test(next)) return true;
  if (/\b\d{1,2}\.\s*$/.test(before) && MONTH.test(next)) return true;
  return ABBREVIATION.test(before) && !/\n\s*$/.test(before);
}
