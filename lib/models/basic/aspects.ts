import { withKin } from './kin.ts';
import { isStopWord } from './stop-words.ts';
import { isTelling, withoutAddresses } from './topic.ts';
import { wordsOf } from './words.ts';

/** One of several things that a task asks about: as the task calls it, its terms with those akin to them, and the shapes of an answer. */
export type Aspect = {
  name: string;
  terms: ReadonlySet<string>;
  own: ReadonlySet<string>;
  gives: readonly RegExp[];
};

const MOST = 6;
/** What follows is how to do it, for whom or where from; no further thing that is asked about. */
const TAIL =
  /\s*(?:[.!\n]|[,;]?\s(?:and|then|und|dann)?\s*(?:then\s+)?(?:write|send|mail|e-?mail|save|share|list|put|make|say|tell|give|cite|note|schreib|schick|sende|fasse|mail)\b|\s(?:from|in|across|using|based on|as told by|aus|anhand)\s+(?:these|this|the|those|my|open|all|diesen|dieser|den|allen|\d+|two|three|four|five)\b|\s(?:to|for|an|für)\s+(?:\S+@\S+|\p{Lu}\p{L}+\s*$)).*$/su;
const NAMED =
  /(?<!\p{L})(?:about|regarding|covering|on|into|über|sur|sobre|zu|zum|zur|compare|research|vergleiche)\s+(.+)$/iu;
/** Asks where texts meet or part, which a brief tells anyway. */
const ABOUT_SOURCES =
  /\b(?:(?:dis)?agree\w*|contradict\w*|conflict\w*|differ\w*|sources?|pages?|articles?|texts?|widersprechen|quellen|seiten|artikel|texten?)\b/i;
const LIST =
  /\s*[,;]\s*(?:and\s+|or\s+|und\s+|oder\s+|et\s+|y\s+)?|\s+(?:and|or|und|oder|et|y|sowie|as well as|versus|vs\.?)\s+/iu;

/** The things that a task names one by one: questions, or a list as in "on X: a, b and c" and "on the a and b of X". None where it names just one. */
export function aspectsOf(question: string): Aspect[] {
  const line = withoutAddresses(question).replace(/\s+/g, ' ').trim();
  const questions = line.match(/[^.!?]{6,100}\?/g)?.map((one) => one.trim()) ?? [];
  const named = questions.length > 1 ? questions : listIn(line);
  const aspects = named.map((name) => ({ name, ...withKin(tellingIn(name)) }));
  const good = aspects.filter(({ own }) => own.size > 0);
  return good.length > 1 ? good.slice(0, MOST) : [];
}

function listIn(line: string): string[] {
  const [, after] = /:\s+(.+)$/.exec(line) ?? [];
  const [, on] = NAMED.exec(line) ?? [];
  for (const text of [after, on]) {
    const [list = ''] = [(text ?? '').replace(TAIL, '')];
    const items = list.split(LIST).map(trimmed).filter(isAspect);
    if (items.length > 1) return withoutSubject(items);
  }
  return [];
}

/** "running costs and noise of heat pumps": what stands behind "of" belongs to all of them. */
function withoutSubject(items: readonly string[]): string[] {
  const last = items.at(-1) ?? '';
  return [...items.slice(0, -1), last.replace(/\s+(?:of|for|with|von|bei|für)\s+.+$/iu, '')];
}

function trimmed(item: string): string {
  const words = item.trim().split(' ');
  while (words.length > 0 && isStopWord((words[0] ?? '').toLowerCase())) words.shift();
  return words.join(' ').replace(/[.:;,!?]+$/, '');
}

const isAspect = (item: string): boolean =>
  item !== '' && item.split(' ').length <= 6 && !ABOUT_SOURCES.test(item) && wordsOf(item).some(isTelling);

const tellingIn = (text: string): string =>
  wordsOf(text)
    .filter(isTelling)
    .map((word) => word.text)
    .join(' ');
