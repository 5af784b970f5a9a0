import { isStopWord, taskWords } from './stop-words.ts';
import { termOf, wordsOf } from './words.ts';

/** What introduces a topic, the surest first; `\b` knows no "ü". */
const ABOUT = [
  /(?<!\p{L})(?:about|regarding|concerning|covering|on the (?:subject|topic|question) of|on|zum thema|über|sur|sobre)\s+(.+)$/iu,
  /(?<!\p{L})(?:into|over|for|of|zu|zum|zur|von)\s+(.+)$/iu,
];
/** Where the topic stops: a further clause of the task, or where to look and whom to tell. */
const NEXT_CLAUSE =
  /[.!?;:,]|\s(?:and|then|und|dann)\s+(?:then\s+)?(?:write|send|mail|e-?mail|save|share|compare|summari[sz]e|list|put|make|say|tell|give|cite|note|schreib|schick|sende|vergleich|fasse|mail)|\s(?:from|in|across|between|using|based on|as told by|aus|anhand)\s+(?:these|this|the|those|my|open|all|diesen|dieser|den|allen|\d+|two|three|four|five)\b|\s(?:to|for|an|für)\s+(?:\S+@\S+|\p{Lu}\p{L}+\s*$)/iu;

/** The words of a question that say what it is about: no instruction, no addressee, no "these pages". Empty when there are none. */
export function topicOf(question: string): string {
  const line = withoutAddresses(question).replace(/\s+/g, ' ').trim();
  for (const clause of [afterAbout(line), line]) {
    const topic = trimmed(clause);
    if (topic !== '') return topic;
  }
  return '';
}

/** Terms of the topic, for ranking. */
export function topicTerms(question: string): ReadonlySet<string> {
  const words = wordsOf(withoutAddresses(question)).filter(isTelling);
  const named = new Set(
    wordsOf(topicOf(question))
      .filter(isTelling)
      .map((word) => word.term),
  );
  return named.size > 0 ? named : new Set(words.map((word) => word.term));
}

export const withoutAddresses = (text: string) => text.replace(/\S+@\S+|https?:\/\/\S+/g, ' ');

function afterAbout(line: string): string {
  return ABOUT.map((pattern) => pattern.exec(line)?.[1]).find(Boolean) ?? '';
}

function trimmed(clause: string): string {
  const cut = clause.split(NEXT_CLAUSE, 1)[0] ?? '';
  const words = cut.split(' ').filter((word) => word !== '');
  const isIdle = (word: string) => !wordsOf(word).some((one) => isTelling({ text: one.text }));
  while (words.length > 0 && isIdle(words[0] ?? '')) words.shift();
  while (words.length > 0 && isIdle(words.at(-1) ?? '')) words.pop();
  return words.slice(0, 10).join(' ');
}

export function isTelling({ text }: { text: string }): boolean {
  const lower = text.toLowerCase();
  return lower.length > 1 && !isStopWord(lower) && !taskWords.has(lower) && !taskTerms.has(termOf(lower));
}

const taskTerms: ReadonlySet<string> = new Set([...taskWords].map(termOf));

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
