import type { Language } from './words.ts';

/** "a, b or c" */
export const listed = (items: readonly string[], or: string): string =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} ${or} ${items.at(-1)}` : items.join();

/** The few words that basic adds of its own. */
const english = {
  brief: (topic: string) => `Brief: ${topic}`,
  untitled: 'Brief',
  among: (first: string, others: number) => `${first} and ${others} more`,
  /** The numbers tell what it is about where nothing else does. */
  disagreeOn: (topic: string, numbers: readonly string[]) =>
    `Where the sources disagree${topic ? ` on ${topic}` : ''}: ${listed(numbers, 'or')}`,
  main: 'Main points',
  more: 'Also in the sources',
  nothing: 'Nothing was found to report',
  nothingOn: (topic: string) => `Nothing was found on ${topic}`,
  hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
  lead: (topic: string, sources: number) =>
    topic.endsWith('?')
      ? `Here is what ${sources > 1 ? `${sources} sources say` : 'the source says'} on the question: ${topic}`
      : `Here are the main points${topic ? ` on ${topic}` : ''}${sources > 1 ? `, from ${sources} sources` : ''}.`,
  points: 'Main points:',
  sources: 'Sources:',
  about: (topic: string) => (topic ? `This is about ${topic}.` : ''),
  regards: 'Best regards',
};
export type Phrases = typeof english;

const german: Phrases = {
  brief: (topic) => `Kurzbericht: ${topic}`,
  untitled: 'Kurzbericht',
  among: (first, others) => `${first} und ${others} weitere`,
  disagreeOn: (topic, numbers) =>
    `Wo die Quellen sich widersprechen${topic ? ` (${topic})` : ''}: ${listed(numbers, 'oder')}`,
  main: 'Das Wichtigste',
  more: 'Außerdem in den Quellen',
  nothing: 'Nichts zu berichten gefunden',
  nothingOn: (topic) => `Nichts gefunden zu: ${topic}`,
  hello: (name) => (name ? `Hallo ${name},` : 'Guten Tag,'),
  lead: (topic, sources) =>
    topic.endsWith('?')
      ? `hier ist, was ${sources > 1 ? `${sources} Quellen sagen` : 'die Quelle sagt'} zu der Frage: ${topic}`
      : `hier ist das Wichtigste${topic ? ` zum Thema ${topic}` : ''}${sources > 1 ? ` aus ${sources} Quellen` : ''}.`,
  points: 'Das Wichtigste:',
  sources: 'Quellen:',
  about: (topic) => (topic ? `Es geht um ${topic}.` : ''),
  regards: 'Viele Grüße',
};

export const phrasesIn = (language: Language): Phrases => (language === 'de' ? german : english);
