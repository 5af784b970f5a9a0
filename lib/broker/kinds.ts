/** The words in a name of a tool or an argument, in the singular: `search_calendar_events`, `fileId`, `filename`. */
export function wordsOfName(name: string): string[] {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.filter(Boolean).flatMap((word) => {
    const one = word.replace(/(?<=..)s$/, '');
    const joined = /^(.+)name$/.exec(one)?.[1];
    return joined ? [one, joined, 'name'] : [one];
  });
}

const PEOPLE = new Set(
  'user recipient member participant attendee guest invitee person people colleague employee'.split(' '),
);
const MAIL = new Set('mail email address contact'.split(' '));
const TITLES = new Set('title subject name file headline heading topic label'.split(' '));
/** Whoever a stranger's message is from, and whomever it names as its readers. */
const PARTIES = new Set('sender from author recipient to cc bcc reply user'.split(' '));
/** Text that somebody wrote, however short it is. */
const RUNNING = new Set(
  'body text content message description note comment summary detail snippet preview review location'.split(' '),
);

const some = (words: readonly string[], of: ReadonlySet<string>): boolean => words.some((word) => of.has(word));

/** Whether two names speak of one kind of thing: they share a word, or both are of people, or both of mail addresses. */
export function isOfOneKind(one: readonly string[], other: ReadonlySet<string>): boolean {
  const kinds = one.filter((word) => word !== 'id' && word !== 'name');
  if (some(kinds, other)) return true;
  return [PEOPLE, MAIL].some((of) => some(kinds, of) && [...of].some((word) => other.has(word)));
}

export const isTitle = (field: string): boolean => {
  const words = wordsOfName(field);
  return some(words, TITLES) && !some(words, PARTIES) && !words.includes('id');
};
export const isId = (field: string): boolean => wordsOfName(field).includes('id');
export const isOfPeople = (field: string): boolean => some(wordsOfName(field), PEOPLE);
export const isOfMail = (field: string): boolean => some(wordsOfName(field), MAIL);
export const isOfParties = (field: string): boolean => some(wordsOfName(field), PARTIES);
export const isRunning = (field: string): boolean => some(wordsOfName(field), RUNNING);
